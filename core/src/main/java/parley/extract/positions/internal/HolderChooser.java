package parley.extract.positions.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import parley.extract.actors.Cast;
import parley.learn.FeatureBag;
import parley.learn.Softmax;
import parley.record.Actor;

/**
 * Chooses who holds the positions of one report: the best of the words that name an actor of it.
 */
public final class HolderChooser {

  private final PositionModel model;
  private final Cast cast;
  private final HolderHistory history = new HolderHistory();

  public HolderChooser(PositionModel model, Cast cast) {
    this.model = model;
    this.cast = cast;
  }

  /**
   * Who holds it, and by which word.
   *
   * @param actors the actor that the word names, then those that stand beside it ("Russia and
   *     Iran"); at least one
   */
  public record Choice(Holder word, List<Actor> actors) {}

  /** Null if no word near names an actor. Positions are to be given in text order. */
  public @Nullable Choice choose(Context context, Detection d) {
    List<Holder> holders = HolderFinder.find(context, history, cast, d.clause());
    float[] scores = new float[holders.size()];
    FeatureBag features = new FeatureBag();
    for (int i = 0; i < scores.length; i++) {
      HolderFeatures.of(context, history, d.clause(), holders.get(i), d.stance(), features);
      scores[i] = model.holder(features);
    }
    Holder best = best(holders, Softmax.of(scores));
    if (best == null) {
      return null;
    }
    history.note(d.clause(), best);
    Set<Actor> actors = new LinkedHashSet<>();
    actors.add(best.actor());
    for (int child : best.view().children(best.token())) {
      if (best.view().relation(child).equals("conj") && best.view().isNoun(child)) {
        Actor beside = HolderFinder.actor(cast, best.view(), child);
        if (beside != null && (beside.named() || beside.side() != null)) {
          actors.add(beside);
        }
      }
    }
    return new Choice(best, new ArrayList<>(actors));
  }

  /** Of the party that its words together make likeliest the likeliest word, null for no words. */
  private static @Nullable Holder best(List<Holder> holders, double[] shares) {
    Map<String, Double> parties = new HashMap<>();
    for (int i = 0; i < shares.length; i++) {
      parties.merge(HolderHistory.party(holders.get(i).actor()), shares[i], Double::sum);
    }
    int best = -1;
    double bestParty = 0;
    for (int i = 0; i < shares.length; i++) {
      double party = parties.getOrDefault(HolderHistory.party(holders.get(i).actor()), 0.0);
      if (best < 0 || party > bestParty || party == bestParty && shares[i] > shares[best]) {
        best = i;
        bestParty = party;
      }
    }
    return best < 0 ? null : holders.get(best);
  }
}
