package parley.extract.actors;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import parley.language.Token;
import parley.record.ActorKind;
import parley.world.Gazetteer;

/**
 * Mends the kind of one-word names by the rest of the report: what people are "in", what has a
 * president "of" it, or a people named after it, is a land, if nobody in the report bears the name;
 * what stands beside towns or where towns stand, and is called like one, is a town.
 */
final class Lands {

  /** A word shorter than this has too many others that end like one of its people. */
  private static final int SHORTEST = 4;

  private static final List<String> OF_THE_LAND = List.of("n", "an", "ian", "ese");
  private static final Set<String> NEAR = Set.of("from", "near", "to", "towards", "at", "outside");

  /** People of a town that is recognised by where it stands. */
  private static final double TOWN = 30_000;

  private static final Set<String> INSIDE = Set.of("in", "inside", "across", "throughout");

  private Lands() {}

  static void mend(List<Draft> names, List<Tree> trees, Lexicon lexicon, Gazetteer gazetteer) {
    longTowns(names, gazetteer);
    Map<String, Boolean> called = new HashMap<>();
    Set<String> borne = new HashSet<>();
    Set<String> places = new HashSet<>();
    for (Draft name : names) {
      if (name.kind != ActorKind.PERSON) {
        if (name.kind == ActorKind.PLACE) {
          places.add(word(name));
        }
        continue;
      }
      if (name.end - name.begin > 1) {
        for (int i = name.begin; i < name.end; i++) {
          borne.add(name.tree.low(i));
        }
      } else if (name.gender == Gender.UNKNOWN && !isTitled(name)) {
        called.putIfAbsent(word(name), false);
      } else {
        borne.add(word(name));
      }
    }
    called.keySet().removeAll(borne);
    called.keySet().removeIf(w -> w.length() < SHORTEST);
    if (called.isEmpty()) {
      return;
    }
    Set<String> lands = towns(names, called.keySet(), gazetteer);
    for (Tree tree : trees) {
      for (int i = 0; i < tree.size(); i++) {
        if (Character.isUpperCase(tree.token(i).form().charAt(0))) {
          collect(tree, i, called, lands, lexicon);
        }
      }
    }
    for (Draft name : names) {
      // "Confidence in Barr": one who does something and has no people is none.
      if (name.tree.token(name.head).plainRelation().equals("nsubj")
          && Boolean.FALSE.equals(called.get(word(name)))) {
        lands.remove(word(name));
      }
    }
    for (Draft name : names) {
      if (name.kind == ActorKind.PERSON
          && name.end - name.begin == 1
          && lands.contains(word(name))) {
        // Europe has its people, too.
        boolean state = Boolean.TRUE.equals(called.get(word(name))) && !places.contains(word(name));
        name.kind = state ? ActorKind.STATE : ActorKind.PLACE;
        name.personName = null;
        name.gender = Gender.NEUTER;
      }
    }
  }

  /** "From Homs and Latakia": towns beside towns, or where somebody comes from or goes to. */
  private static Set<String> towns(List<Draft> names, Set<String> called, Gazetteer gazetteer) {
    Set<String> towns = new HashSet<>();
    for (Draft name : names) {
      String word = word(name);
      boolean single = name.end - name.begin == 1 && called.contains(word);
      if (name.kind != ActorKind.PERSON || !single || towns.contains(word)) {
        continue;
      }
      Tree tree = name.tree;
      boolean where =
          NEAR.contains(tree.preposition(name.head)) || isJoinedWithPlace(tree, name.head);
      if (where && gazetteer.towns(name.text()).stream().anyMatch(t -> t.population() >= TOWN)) {
        towns.add(word);
      }
    }
    return towns;
  }

  /** "In Kfar Selwan": names of several words that are towns' and nowhere do anything. */
  private static void longTowns(List<Draft> names, Gazetteer gazetteer) {
    Map<String, Boolean> towns = new HashMap<>();
    for (Draft name : names) {
      if (name.kind == ActorKind.PERSON && name.end - name.begin > 1) {
        Tree tree = name.tree;
        String preposition = tree.preposition(name.head);
        boolean where =
            name.gender == Gender.UNKNOWN
                && !isTitled(name)
                && (NEAR.contains(preposition)
                    || INSIDE.contains(preposition)
                    || isJoinedWithPlace(tree, name.head));
        towns.merge(name.text(), where, (a, b) -> a && b);
      }
    }
    towns.entrySet().removeIf(e -> !e.getValue() || gazetteer.towns(e.getKey()).isEmpty());
    for (Draft name : names) {
      if (name.kind == ActorKind.PERSON && towns.containsKey(name.text())) {
        name.kind = ActorKind.PLACE;
        name.personName = null;
        name.gender = Gender.NEUTER;
      }
    }
  }

  private static boolean isJoinedWithPlace(Tree tree, int head) {
    int first = tree.token(head).plainRelation().equals("conj") ? tree.head(head) : head;
    if (first >= 0 && isPlace(tree, first) && first != head) {
      return true;
    }
    for (Token d : tree.sentence.dependents(Math.max(0, first))) {
      if (d.plainRelation().equals("conj") && d.index() != head && isPlace(tree, d.index())) {
        return true;
      }
    }
    return false;
  }

  private static boolean isPlace(Tree tree, int token) {
    Draft draft = tree.draft(token);
    return draft != null && draft.isName() && draft.kind == ActorKind.PLACE;
  }

  /** Notes what one word tells; a land with a people or an office is a state. */
  private static void collect(
      Tree tree, int i, Map<String, Boolean> called, Set<String> lands, Lexicon lexicon) {
    String low = tree.low(i);
    if (called.containsKey(low)) {
      if (INSIDE.contains(tree.preposition(i))) {
        lands.add(low);
      }
      int head = tree.head(i);
      if (head >= 0
          && head < i
          && tree.preposition(i).equals("of")
          && (lexicon.nounFlags(tree.lemma(head)) & Lexicon.OFFICE) != 0) {
        lands.add(low);
        called.put(low, true);
      }
      return;
    }
    String tag = tree.token(i).tag();
    if (!tag.startsWith("JJ") && !tag.startsWith("NNP")) {
      return;
    }
    for (String ending : OF_THE_LAND) {
      if (low.endsWith(ending)) {
        String stem = low.substring(0, low.length() - ending.length());
        for (String land : List.of(stem, stem + "a", stem + "e", stem + "ia")) {
          if (called.containsKey(land)) {
            lands.add(land);
            called.put(land, true);
          }
        }
      }
    }
  }

  private static boolean isTitled(Draft name) {
    return name.begin > 0 && name.tree.isTitle(name.begin - 1);
  }

  private static String word(Draft name) {
    return name.tree.low(name.begin);
  }
}
