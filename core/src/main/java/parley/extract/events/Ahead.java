package parley.extract.events;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import parley.language.Sentence;
import parley.language.Token;
import parley.record.Actor;

/**
 * The actor behind a preposition by the order of the words alone, for phrases that the tree puts
 * under another word: "granted asylum [to five officers] holed up in the embassy".
 */
final class Ahead {

  /** Words after the predicate that are looked at. */
  private static final int REACH = 16;

  /** Actors of one phrase that are kept. */
  private static final int MOST = 4;

  /** What begins a clause that is no longer the predicate's. */
  private static final Set<String> CLAUSE =
      Set.of(
          "that",
          "after",
          "before",
          "because",
          "when",
          "while",
          "as",
          "since",
          "although",
          "though",
          "but",
          "according",
          "who",
          "which",
          "where",
          "following");

  private static final Set<String> MEASURES =
      Set.of("up", "to", "more", "than", "at", "least", "about", "some", "as", "many", "around");

  private static final Set<String> CONDITIONS = Set.of("if", "unless");

  private Ahead() {}

  /**
   * The actors of the first phrase with that preposition, or conjunction, empty if none is near.
   */
  static List<Actor> behind(Scene scene, Token from, String preposition) {
    Sentence sentence = scene.sentence();
    int end = Math.min(sentence.size() - 1, from.index() + REACH);
    for (int i = from.index() + 1; i < end; i++) {
      Token token = sentence.token(i);
      String lemma = Clause.lemma(token);
      boolean marks = token.tag().equals("IN") || token.tag().equals("TO");
      if (lemma.equals(preposition) && marks && !sentence.token(i + 1).tag().equals("VB")) {
        return joined(scene, i + 1);
      }
      if (ends(token) || CLAUSE.contains(lemma) || CONDITIONS.contains(lemma)) {
        return List.of();
      }
    }
    return List.of();
  }

  /**
   * The actors right after a verb that has no object in the tree: "kidnapped up to 16 advisers".
   */
  static List<Actor> object(Scene scene, Token verb, Clause clause) {
    boolean attribute = verb.plainRelation().equals("amod");
    if (attribute
        || !verb.tag().startsWith("VB")
        || clause.isPassive()
        || !clause.patients().isEmpty()) {
      return List.of();
    }
    int i = verb.index() + 1;
    while (i < scene.sentence().size()
        && MEASURES.contains(Clause.lemma(scene.sentence().token(i)))) {
      i++;
    }
    return joined(scene, i);
  }

  private static boolean ends(Token token) {
    String tag = token.tag();
    return tag.equals(",")
        || tag.equals(".")
        || tag.equals(":")
        || tag.equals("``")
        || tag.equals("''")
        || tag.equals("VBD")
        || tag.equals("VBZ")
        || tag.equals("VBP")
        || tag.equals("MD");
  }

  /** The actors of the noun phrase that begins here and of those that "and" joins to it. */
  private static List<Actor> joined(Scene scene, int begin) {
    Sentence sentence = scene.sentence();
    List<Actor> found = new ArrayList<>();
    int at = begin;
    do {
      int end = at;
      while (end < sentence.size() && end < at + REACH && isInPhrase(sentence.token(end))) {
        end++;
      }
      Actor actor = last(scene, at, end);
      if (actor == null) {
        break;
      }
      found.add(actor);
      at = end + 1;
    } while (found.size() < MOST
        && at < sentence.size()
        && Clause.lemma(sentence.token(at - 1)).equals("and"));
    return found;
  }

  /** The actor of the last word that has one. */
  private static @Nullable Actor last(Scene scene, int begin, int end) {
    for (int i = end - 1; i >= begin; i--) {
      Actor actor = scene.actorAt(scene.sentence().token(i));
      if (actor != null) {
        return actor;
      }
    }
    return null;
  }

  private static boolean isInPhrase(Token token) {
    String tag = token.tag();
    return tag.startsWith("NN")
        || tag.startsWith("JJ")
        || tag.startsWith("PRP")
        || tag.equals("DT")
        || tag.equals("PDT")
        || tag.equals("CD")
        || tag.equals("POS")
        || tag.equals("HYPH")
        || tag.equals("VBN")
        || tag.equals("VBG");
  }
}
