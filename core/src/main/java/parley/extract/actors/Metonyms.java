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

  private static final Set<String> TO_GOVERNMENTS =
      Set.of(
          "urge",
          "accuse",
          "warn",
          "tell",
          "pressure",
          "ask",
          "persuade",
          "criticise",
          "criticize",
          "condemn",
          "blame",
          "anger",
          "push",
          "force",
          "convince",
          "press",
          "thank",
          "assure",
          "threaten",
          "infuriate",
          "embarrass",
          "alarm",
          "inform",
          "notify",
          "reassure",
          "sanction");

  private static final Set<String> NO_WISHES =
      Set.of("become", "remain", "look", "seem", "appear", "begin", "start", "continue", "come");

  private final NameClusters names;
  private final Lexicon lexicon;
  private final Set<Draft> speaking;
  private final Locations locations;
  private final World world = World.shipped();

  Metonyms(NameClusters names, Lexicon lexicon, Set<Draft> speaking, Locations locations) {
    this.locations = locations;
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
    if (state == null || !acts(name) || locations.isOutside(name, state)) {
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
    if (token.head() < 0) {
      return false;
    }
    String governor = name.tree.lemma(token.head());
    switch (token.relation()) {
      case "nsubj":
        return lexicon.is(name.tree.low(token.head()), Lexicon.METONYMIC)
            || wants(name.tree, token.head());
      case "nmod:poss":
        return lexicon.is(governor, Lexicon.STATE_DEED)
            || lexicon.is(governor, Lexicon.STATE_ACTING);
      case "obj":
      case "iobj":
        return TO_GOVERNMENTS.contains(governor);
      case "obl:agent":
        return true;
      case "conj":
        Draft first = name.tree.draft(token.head());
        return first != null && first.entity != null && first.entity.state != null;
      default:
        return false;
    }
  }

  /** Whether the verb has a clause or an infinitive: a town does not try, or think. */
  private static boolean wants(Tree tree, int verb) {
    for (Token d : tree.sentence.dependents(verb)) {
      String relation = d.plainRelation();
      if (tree.isVerb(verb) && (relation.equals("ccomp") || relation.equals("xcomp"))) {
        return !NO_WISHES.contains(tree.lemma(verb));
      }
    }
    return false;
  }
}
