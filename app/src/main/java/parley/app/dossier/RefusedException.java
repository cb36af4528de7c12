package parley.app.dossier;

import java.io.IOException;

/** A question or decision that the dossier cannot take as it was put; the message says why. */
public final class RefusedException extends IOException {

  private static final long serialVersionUID = 1L;

  /** What stands against it. */
  public enum Reason {
    /** There is no such report, entry, actor or change. */
    UNKNOWN,
    /** It does not hold: a span outside the text, a reference to nothing, a missing field. */
    INVALID,
    /** Something was changed since. */
    CHANGED
  }

  private final Reason reason;

  public RefusedException(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }
}
