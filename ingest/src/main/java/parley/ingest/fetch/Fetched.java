package parley.ingest.fetch;

/** What became of a request. */
public sealed interface Fetched {

  /**
   * A document.
   *
   * @param url where it was in the end, after redirects
   * @param bytes as they were sent, perhaps packed with gzip
   */
  @SuppressWarnings("ArrayRecordComponent") // handed on at once, never compared
  record Document(String url, byte[] bytes) implements Fetched {}

  /** It has not changed since it was fetched last. */
  record Unchanged(String url) implements Fetched {}

  /**
   * There is no document.
   *
   * @param what what is wrong: "is forbidden by robots.txt"
   * @param mend what a person can do about it
   * @param lasting whether asking again soon is of no use
   */
  record Refused(String url, String what, String mend, boolean lasting) implements Fetched {}
}
