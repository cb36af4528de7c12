package parley.board;

import java.util.Locale;

/**
 * A column of the board.
 *
 * @param name common name across reports
 * @param expressions how many its cells show in all
 */
public record Party(String name, Role role, int expressions) {

  /** What a party is to the dispute, told from the records alone; the user may order otherwise. */
  public enum Role {
    /** Others make demands on it or direct threats at it. */
    BELLIGERENT,
    /** Its people are called mediators or envoys, or it is an international organisation. */
    MEDIATOR,
    OTHER;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
