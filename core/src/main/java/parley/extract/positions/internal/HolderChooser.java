package parley.extract.positions.internal;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import parley.extract.actors.Cast;
import parley.learn.FeatureBag;
import parley.record.Actor;

/** Chooses who holds a position: the best of the words that name an actor of the report. */
public final class HolderChooser {

  private final PositionModel model;
  private final Cast cast;

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

  /** Null if no word near names an actor. */
  public @Nullable Choice choose(Context context, Detection d) {
    FeatureBag features = new FeatureBag();
    Holder best = null;
    float bestScore = 0;
    for (Holder h : HolderFinder.find(context, cast, d.clause())) {
      HolderFeatures.of(context, d.clause(), h, d.stance(), features);
      float score = model.holder(features);
      if (best == null || score > bestScore) {
        best = h;
        bestScore = score;
      }
    }
    if (best == null) {
      return null;
    }
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
}
