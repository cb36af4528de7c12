package parley.board;

import java.util.Comparator;
import java.util.Locale;

/**
 * A column of the board.
 *
 * @param name common name across reports
 * @param expressions how many its cells show in all
 */
public record Party(String name, Role role, int expressions) {

  /** Belligerents, mediators, others, each by how much is heard of them. */
  public static final Comparator<Party> IN_ORDER =
      Comparator.comparing(Party::role)
          .thenComparing(Comparator.comparingInt(Party::expressions).reversed())
          .thenComparing(Party::name);

  /** What a party is to the dispute, told from the records alone; the user may order otherwise. */
  public enum Role {
    /** Others make demands on it or direct threats at it. */
    BELLIGERENT,
    /** Its people are called mediators or envoys, or it is an international organisation. */
    MEDIATOR,
    OTHER;

    private static final int MANY = 2;

    /**
     * Tells the role.
     *
     * @param addressed how many positions are told towards the party
     * @param mediating how many of its people are called mediators or envoys
     * @param threatens whether it threatens
     */
    public static Role of(int addressed, int mediating, boolean threatens) {
      if (mediating > 0 && mediating * MANY >= addressed) {
        return MEDIATOR;
      }
      return addressed >= MANY || threatens ? BELLIGERENT : OTHER;
    }

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
