package parley.extract.actors;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import parley.record.ActorKind;

/**
 * Mends the kind of one-word names by the rest of the report: what people are "in", what has a
 * president "of" it, or a people named after it, is a land, if nobody in the report bears the name.
 */
final class Lands {

  /** A word shorter than this has too many others that end like one of its people. */
  private static final int SHORTEST = 4;

  private static final List<String> OF_THE_LAND = List.of("n", "an", "ian", "ese");
  private static final Set<String> INSIDE = Set.of("in", "inside", "across", "throughout");

  private Lands() {}

  static void mend(List<Draft> names, List<Tree> trees, Lexicon lexicon) {
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
    Set<String> lands = new HashSet<>();
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
