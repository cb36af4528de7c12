package parley.bench;

/** A call that cannot be answered; the message is for the person who made it. */
final class BenchException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  BenchException(String message) {
    super(message);
  }
}
