package parley.board;

import java.util.Locale;
import parley.record.Stance;

/** How a stance compares with the one before it. */
public enum Trend {
  /** There was none before. */
  NEW,
  REPEATED,
  /** From offering or accepting to demanding, from rejecting to threatening. */
  HARDENED,
  /** The other way round. */
  SOFTENED,
  /** From agreement to refusal or back. */
  REVERSED;

  /** The name as it stands in output: lower case. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Trend from(Stance before, Stance after) {
    if (before == after) {
      return REPEATED;
    }
    if (isAgainst(before) != isAgainst(after)) {
      return REVERSED;
    }
    return hardness(after) > hardness(before) ? HARDENED : SOFTENED;
  }

  /** Whether a stance stands against what is on the table. */
  static boolean isAgainst(Stance stance) {
    return stance == Stance.REJECT || stance == Stance.THREATEN;
  }

  private static int hardness(Stance stance) {
    return switch (stance) {
      case ACCEPT -> 0;
      case OFFER -> 1;
      case DEMAND -> 2;
      case REJECT -> 3;
      case THREATEN -> 4;
    };
  }
}
