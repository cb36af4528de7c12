package parley.extract.positions.internal;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import parley.record.Actor;

/**
 * Who held the positions before in a report: a list of demands is one party's, and a report tells
 * of few parties.
 */
public final class HolderHistory {

  private final Map<String, Integer> times = new HashMap<>();
  private @Nullable Holder last;
  private @Nullable Candidate lastClause;
  private int all;

  /** Notes who holds the position of a clause, the later the further down the report. */
  public void note(Candidate clause, Holder holder) {
    times.merge(party(holder.actor()), 1, Integer::sum);
    last = holder;
    lastClause = clause;
    all++;
  }

  /** The holder of the position before, null for the first. */
  @Nullable Holder last() {
    return last;
  }

  /** 0 for the first position of a report, 1 if the one before is another's, 2 if it is his. */
  int isLast(Actor actor) {
    return last == null ? 0 : party(last.actor()).equals(party(actor)) ? 2 : 1;
  }

  /** Sentences from the position before, at most 4. */
  int away(Candidate clause) {
    return lastClause == null ? 5 : Math.min(4, clause.view().index() - lastClause.view().index());
  }

  /** How many of the positions before are the actor's: 0 none known, 1 none, 2 some, 3 most. */
  int share(Actor actor) {
    int own = times.getOrDefault(party(actor), 0);
    return all == 0 ? 0 : own == 0 ? 1 : 2 * own < all ? 2 : 3;
  }

  /** Whom a position is put under: the side for which an actor speaks. */
  static String party(Actor actor) {
    String side = actor.side();
    return side == null ? actor.id() : side;
  }
}
