package parley.extract.actors;

import java.util.Set;
import parley.language.Token;
import parley.record.ActorKind;
import parley.world.State;
import parley.world.World;

/** Capitals that stand for their governments: "Ankara warned". */
final class Metonyms {

  /** "Ties with Moscow", "talks between Cairo and Addis Ababa". */
  private static final Set<String> WITH_GOVERNMENTS = Set.of("with", "between", "against");

  private final NameClusters names;
  private final Lexicon lexicon;
  private final Set<Draft> speaking;
  private final World world = World.shipped();

  Metonyms(NameClusters names, Lexicon lexicon, Set<Draft> speaking) {
    this.names = names;
    this.lexicon = lexicon;
    this.speaking = speaking;
  }

  /** Moves the mention of a capital to its state if it does there what governments do. */
  void read(Draft name) {
    if (name.kind != ActorKind.PLACE) {
      return;
    }
    State state = world.ofCapital(name.text()).orElse(null);
    if (state == null || !acts(name)) {
      return;
    }
    name.kind = ActorKind.STATE;
    names.state(state).add(name);
  }

  private boolean acts(Draft name) {
    Token token = name.tree.token(name.head);
    if (speaking.contains(name)) {
      return true;
    }
    String preposition = name.tree.preposition(name.head);
    if (WITH_GOVERNMENTS.contains(preposition) && token.plainRelation().equals("nmod")) {
      return true;
    }
    return token.head() >= 0
        && token.relation().equals("nsubj")
        && (lexicon.flags(name.tree.low(token.head())) & Lexicon.METONYMIC) != 0;
  }
}
