package parley.ingest.charset;

import java.util.Arrays;

/** The bytes of a page that stand between its tags, outside scripts and styles. */
final class Visible {

  private Visible() {}

  static byte[] of(byte[] page) {
    byte[] out = new byte[page.length];
    int n = 0;
    int i = 0;
    while (i < page.length) {
      if (page[i] != '<') {
        out[n++] = page[i++];
        continue;
      }
      if (starts(page, i, "<script")) {
        i = after(page, i, "</script");
      } else if (starts(page, i, "<style")) {
        i = after(page, i, "</style");
      }
      while (i < page.length && page[i] != '>') {
        i++;
      }
      i++;
      out[n++] = ' ';
    }
    return Arrays.copyOf(out, n);
  }

  private static int after(byte[] page, int from, String tag) {
    for (int i = from; i < page.length; i++) {
      if (page[i] == '<' && starts(page, i, tag)) {
        return i;
      }
    }
    return page.length;
  }

  private static boolean starts(byte[] page, int at, String tag) {
    if (at + tag.length() > page.length) {
      return false;
    }
    for (int i = 0; i < tag.length(); i++) {
      int b = page[at + i];
      if (b != tag.charAt(i) && b != Character.toUpperCase(tag.charAt(i))) {
        return false;
      }
    }
    return true;
  }
}
