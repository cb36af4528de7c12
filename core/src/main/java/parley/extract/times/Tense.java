package parley.extract.times;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import parley.language.Sentence;
import parley.language.Token;

/**
 * Tells from the verb that governs a date whether the date lies behind or ahead. Follows the tree
 * to the governing verb; where the tree has none, takes the nearest verb before the date.
 */
final class Tense {

  private static final int MAX_CLIMB = 12;
  private static final int MAX_BACK = 15;
  private static final int MAX_CLOCK = 5;
  private static final int MAX_NEAR = 20;

  /** Verbs whose participle tells of what is to come: "scheduled Monday". */
  private static final Set<String> PLANS =
      Set.of(
          "schedule",
          "expect",
          "plan",
          "set",
          "due",
          "slate",
          "propose",
          "book",
          "anticipate",
          "project",
          "forecast",
          "bind",
          "pay",
          "intend",
          "poise");

  /** Verbs after which an infinitive tells of what was done: "managed to leave Monday". */
  private static final Set<String> DONE =
      Set.of(
          "manage",
          "fail",
          "begin",
          "start",
          "continue",
          "help",
          "force",
          "lead",
          "cause",
          "happen",
          "cease",
          "decline",
          "refuse");

  private static final Set<String> MODALS =
      Set.of(
          "will", "'ll", "’ll", "wo", "would", "shall", "may", "might", "can", "could", "should",
          "must", "ca");

  private static final Set<String> AHEAD = Set.of("by", "until", "till", "starting", "effective");

  private Tense() {}

  /** Where a date at that token lies. */
  static Direction at(Sentence sentence, int token) {
    int before = token - 1;
    while (before >= 0 && token - before <= MAX_CLOCK && isClock(sentence.token(before))) {
      before--;
    }
    if (before >= 0) {
      String word = lower(sentence.token(before));
      if (word.equals("since")) {
        return Direction.PAST;
      }
      if (AHEAD.contains(word) || isSoonAs(sentence, before)) {
        return governorHad(sentence, token) ? Direction.PAST : Direction.FUTURE;
      }
      Direction adjacent = adjacent(sentence, word.equals("on") ? before - 1 : before);
      if (adjacent != Direction.UNKNOWN) {
        return adjacent;
      }
    }
    Direction climbed = climb(sentence, token);
    return climbed != Direction.UNKNOWN ? climbed : nearest(sentence, token);
  }

  /** "9 a.m. EST", "late": what may stand between a preposition and its day. */
  private static boolean isClock(Token token) {
    return token.tag().equals("CD")
        || switch (lower(token)) {
          case "a.m.",
              "p.m.",
              "am",
              "pm",
              "est",
              "edt",
              "gmt",
              "noon",
              "midnight",
              "late",
              "early",
              "next",
              "the",
              "," ->
              true;
          default -> false;
        };
  }

  /** "as soon as", "as early as". */
  private static boolean isSoonAs(Sentence sentence, int at) {
    return at > 1
        && lower(sentence.token(at)).equals("as")
        && (lower(sentence.token(at - 1)).equals("soon")
            || lower(sentence.token(at - 1)).equals("early"));
  }

  /** "said Tuesday", "met on Monday": a finite past verb beside the date governs it. */
  private static Direction adjacent(Sentence sentence, int at) {
    if (at < 0 || !sentence.token(at).tag().equals("VBD")) {
      return Direction.UNKNOWN;
    }
    return PLANS.contains(sentence.token(at).lemma()) ? Direction.UNKNOWN : Direction.PAST;
  }

  private static boolean governorHad(Sentence sentence, int token) {
    int at = sentence.token(token).head();
    for (int steps = 0; steps < 4 && at != Token.ROOT; steps++) {
      if (isVerb(sentence.token(at)) && had(sentence, sentence.token(at))) {
        return true;
      }
      at = sentence.token(at).head();
    }
    return false;
  }

  private static boolean had(Sentence sentence, Token verb) {
    for (Token child : near(sentence, verb)) {
      if (child.plainRelation().equals("aux") && lower(child).equals("had")) {
        return true;
      }
    }
    return false;
  }

  private static Direction climb(Sentence sentence, int token) {
    int at = token;
    boolean direct = true;
    for (int steps = 0; steps < MAX_CLIMB && at != Token.ROOT; steps++) {
      Token word = sentence.token(at);
      if (isVerb(word) && at != token) {
        Direction direction = verb(sentence, word, direct);
        if (direction != Direction.UNKNOWN) {
          return direction;
        }
      } else if (at != token && hasCopula(sentence, word)) {
        Direction direction = copula(sentence, word);
        if (direction == Direction.PAST || direct || steps <= 1) {
          return direction;
        }
      } else if (at != token && word.tag().startsWith("N")) {
        direct = false;
      }
      at = word.head();
    }
    return Direction.UNKNOWN;
  }

  /** The dependents of a word that stand close to it, so that a long sentence costs no more. */
  private static List<Token> near(Sentence sentence, Token word) {
    List<Token> found = new ArrayList<>();
    int end = Math.min(sentence.size(), word.index() + MAX_NEAR);
    for (int i = Math.max(0, word.index() - MAX_NEAR); i < end; i++) {
      if (sentence.token(i).head() == word.index()) {
        found.add(sentence.token(i));
      }
    }
    return found;
  }

  private static boolean isVerb(Token token) {
    return token.tag().startsWith("VB");
  }

  private static String lower(Token token) {
    return token.form().length() > 12 ? "" : token.form().toLowerCase(java.util.Locale.ROOT);
  }

  /** "The vote is Monday", "was ready Monday". */
  private static boolean hasCopula(Sentence sentence, Token word) {
    for (Token child : near(sentence, word)) {
      if (child.plainRelation().equals("cop")) {
        return true;
      }
    }
    return false;
  }

  private static Direction copula(Sentence sentence, Token word) {
    Direction direction = Direction.UNKNOWN;
    for (Token child : near(sentence, word)) {
      String relation = child.plainRelation();
      if (relation.equals("aux") && isModal(child)) {
        return Direction.FUTURE;
      }
      if (relation.equals("cop") || relation.equals("aux")) {
        direction =
            child.tag().equals("VBD")
                ? Direction.PAST
                : direction == Direction.PAST ? Direction.PAST : Direction.FUTURE;
      }
    }
    return direction;
  }

  private static boolean isModal(Token token) {
    return token.tag().equals("MD") || MODALS.contains(lower(token));
  }

  /**
   * @param direct whether the date is the verb's own, not that of a noun below it
   */
  private static Direction verb(Sentence sentence, Token verb, boolean direct) {
    boolean perfectOrPast = false;
    boolean present = false;
    boolean to = false;
    boolean after = false;
    for (Token child : near(sentence, verb)) {
      String relation = child.plainRelation();
      if (relation.equals("aux") && isModal(child)) {
        return Direction.FUTURE;
      }
      if (relation.equals("aux") || relation.equals("cop")) {
        String form = lower(child);
        perfectOrPast |=
            child.tag().equals("VBD")
                || form.equals("had")
                || form.equals("was")
                || form.equals("were")
                || form.equals("did")
                || form.equals("been")
                || (verb.tag().equals("VBN") && child.lemma().equals("have"));
        present |= form.equals("is") || form.equals("are") || form.equals("am");
      }
      after |= lower(child).equals("after");
      to |= child.tag().equals("TO") && child.index() < verb.index();
    }
    if (PLANS.contains(verb.lemma()) && !lower(verb).equals("paid")) {
      return Direction.FUTURE;
    }
    return switch (verb.tag()) {
      case "VBD" -> Direction.PAST;
      case "VBN" -> to ? infinitive(sentence, verb) : present ? Direction.FUTURE : Direction.PAST;
      case "VBZ", "VBP" -> Direction.FUTURE;
      case "VBG" -> perfectOrPast ? Direction.PAST : present ? Direction.FUTURE : Direction.UNKNOWN;
      default ->
          to && direct
              ? infinitive(sentence, verb)
              : perfectOrPast ? Direction.PAST : Direction.UNKNOWN;
    };
  }

  private static Direction infinitive(Sentence sentence, Token verb) {
    if (verb.isRoot()) {
      return Direction.FUTURE;
    }
    Token head = sentence.token(verb.head());
    if (DONE.contains(head.lemma())) {
      return Direction.UNKNOWN;
    }
    if (had(sentence, head)) {
      return Direction.PAST;
    }
    return Direction.FUTURE;
  }

  /** The nearest verb before the date, or the first one after it. */
  private static Direction nearest(Sentence sentence, int token) {
    for (int i = token - 1; i >= Math.max(0, token - MAX_BACK); i--) {
      Direction direction = alone(sentence, i);
      if (direction != Direction.UNKNOWN) {
        return direction;
      }
    }
    for (int i = token + 1; i < Math.min(sentence.size(), token + MAX_BACK); i++) {
      Direction direction = alone(sentence, i);
      if (direction != Direction.UNKNOWN) {
        return direction;
      }
    }
    return Direction.UNKNOWN;
  }

  private static Direction alone(Sentence sentence, int at) {
    Token token = sentence.token(at);
    if (token.tag().equals("VBD")) {
      return Direction.PAST;
    }
    String form = lower(token);
    if (isModal(token) && !form.equals("may") && !form.equals("might")) {
      return Direction.FUTURE;
    }
    return switch (form) {
      case "said", "was", "were", "had", "did", "told" -> Direction.PAST;
      default -> Direction.UNKNOWN;
    };
  }
}
