package parley.app.packing;

/** Packed bytes that cannot be unpacked: damaged, or not packed with this packing. */
public final class DamagedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  DamagedException(String message) {
    super(message);
  }

  DamagedException(String message, Throwable cause) {
    super(message, cause);
  }
}
