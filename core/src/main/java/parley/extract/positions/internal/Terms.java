package parley.extract.positions.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import parley.language.Amount;
import parley.language.Numbers;
import parley.text.Span;

/** The terms of a position: under which condition, how much. */
final class Terms {

  private static final Set<String> CONDITIONS =
      Set.of("if", "unless", "until", "once", "provided", "providing", "till", "lest", "without");
  private static final Set<String> LATER = Set.of("after", "when", "before");
  private static final int MAX_UP = 4;

  private Terms() {}

  /** The words of the condition, null if none is told. */
  static @Nullable Span condition(Candidate c) {
    SentenceView v = c.view();
    int at = c.head();
    for (int step = 0; step < MAX_UP && at >= 0; step++) {
      for (int child : v.children(at)) {
        if (mayBeCondition(v, child) && isCondition(v, child)) {
          return whole(v, child, c.head());
        }
        if (exchange(v, child)) {
          return whole(v, child, c.head());
        }
      }
      at = v.head(at);
    }
    return null;
  }

  /** Parsers take a clause with "unless" now for one kind of dependent, now for another. */
  private static boolean mayBeCondition(SentenceView v, int clause) {
    return switch (v.relation(clause)) {
      case "advcl", "acl", "dep", "parataxis" -> true;
      case "ccomp" -> isStrong(v, clause);
      default -> false;
    };
  }

  /** "will not … unless", "would never … until": the plainest form of a refusal with its price. */
  static boolean isConditionalRefusal(SentenceView v, int clause) {
    boolean modal = false;
    boolean negated = false;
    boolean condition = false;
    for (int child : v.children(clause)) {
      switch (v.lemma(child)) {
        case "will", "would", "shall" -> modal |= v.relation(child).equals("aux");
        case "not", "n't", "never" -> negated = true;
        default -> condition |= mayBeCondition(v, child) && isStrong(v, child);
      }
    }
    return modal && negated && condition;
  }

  /** Whether a word that can only open a condition opens the clause. */
  static boolean isStrong(SentenceView v, int clause) {
    for (int m : v.children(clause)) {
      if (m < clause && v.relation(m).equals("mark")) {
        return switch (v.lemma(m)) {
          case "unless", "until", "till", "once", "provided", "providing" -> true;
          default -> false;
        };
      }
    }
    return false;
  }

  /** "in return for …", "in exchange for …", "on condition that …". */
  private static boolean exchange(SentenceView v, int child) {
    if (!v.relation(child).equals("obl") && !v.relation(child).equals("nmod")) {
      return false;
    }
    return switch (v.lemma(child)) {
      case "return", "exchange", "condition" -> {
        String prep = Grammar.preposition(v, child);
        yield (prep.equals("in") || prep.equals("on"))
            && (v.has(child, "nmod") || v.has(child, "acl") || v.has(child, "ccomp"));
      }
      default -> false;
    };
  }

  private static boolean isCondition(SentenceView v, int clause) {
    for (int m : v.children(clause)) {
      if (m < clause && (v.relation(m).equals("mark") || v.relation(m).equals("advmod"))) {
        String w = v.lemma(m);
        if (CONDITIONS.contains(w) && !w.equals("without")) {
          return true;
        }
        if (LATER.contains(w)) {
          return v.relation(m).equals("mark");
        }
        if (w.equals("as") || w.equals("so") || w.equals("long")) {
          return m + 1 < v.size() && hasLong(v, m);
        }
      }
    }
    return hasLong(v, clause);
  }

  /** "as long as", "so long as". */
  private static boolean hasLong(SentenceView v, int from) {
    for (int i = Math.max(0, from - 8); i < from; i++) {
      if (v.word(i).equals("long")
          && i + 1 < v.size()
          && v.word(i + 1).equals("as")
          && i > 0
          && (v.word(i - 1).equals("as") || v.word(i - 1).equals("so"))
          && !subjectBetween(v, i + 2, from)) {
        return true;
      }
    }
    return false;
  }

  private static boolean subjectBetween(SentenceView v, int from, int to) {
    for (int i = from; i < to; i++) {
      if (v.isVerb(i) && !v.relation(i).equals("aux")) {
        return true;
      }
    }
    return false;
  }

  private static @Nullable Span whole(SentenceView v, int clause, int head) {
    int[] tree = v.sentence().subtree(clause);
    int begin = tree[0];
    int end = tree[tree.length - 1] + 1;
    // A condition never holds the clause that it is the condition of.
    if (head >= begin && head < end) {
      if (head < clause) {
        begin = head + 1;
      } else {
        end = head;
      }
    }
    while (begin < end && isPunct(v, begin)) {
      begin++;
    }
    while (end > begin && isPunct(v, end - 1)) {
      end--;
    }
    return begin < end ? v.sentence().span(begin, end) : null;
  }

  private static boolean isPunct(SentenceView v, int i) {
    String w = v.word(i);
    return w.isEmpty() || !Character.isLetterOrDigit(w.charAt(0));
  }

  /** The amounts that the clause names, years and numbers of names left out. */
  static List<Amount> amounts(Candidate c) {
    Span span = c.span();
    List<Amount> result = new ArrayList<>();
    for (Amount a : Numbers.in(c.view().sentence())) {
      if (span.contains(a.span()) && !isName(c.view(), a) && !isYearOrDay(c.view(), a)) {
        result.add(a);
      }
    }
    return result;
  }

  private static boolean isName(SentenceView v, Amount a) {
    return v.name(a.begin()) != null;
  }

  private static boolean isYearOrDay(SentenceView v, Amount a) {
    String word = v.word(a.begin());
    boolean bare = a.end() - a.begin() == 1 && a.kind() == Amount.Kind.EXACT;
    if (bare && word.length() == 4 && a.low() > 1800 && a.low() < 2100) {
      return true;
    }
    if (bare && (isMonth(v, a.begin() - 1) || isMonth(v, a.end()))) {
      return true;
    }
    return bare && word.equals("one") && !(a.end() < v.size() && v.isNoun(a.end()));
  }

  private static boolean isMonth(SentenceView v, int i) {
    return i >= 0
        && i < v.size()
        && switch (v.word(i)) {
          case "january",
              "february",
              "march",
              "april",
              "may",
              "june",
              "july",
              "august",
              "september",
              "october",
              "november",
              "december",
              "jan",
              "feb",
              "mar",
              "apr",
              "jun",
              "jul",
              "aug",
              "sep",
              "sept",
              "oct",
              "nov",
              "dec" ->
              true;
          default -> false;
        };
  }

  /** What is counted: the noun that the amount stands before, null if it is not told. */
  static @Nullable String unit(SentenceView v, Amount a) {
    String last = v.word(a.end() - 1);
    int dash = last.indexOf('-');
    if (dash > 0 && dash + 1 < last.length()) {
      return last.substring(dash + 1);
    }
    for (int i = a.end(); i < v.size() && i < a.end() + 4; i++) {
      if (v.word(i).equals("-")) {
        continue;
      }
      if (v.isNoun(i)
          && !(i + 1 < v.size() && v.isNoun(i + 1) && v.relation(i).equals("compound"))) {
        return v.lemma(i);
      }
      if (!v.tag(i).startsWith("JJ")
          && !v.isNoun(i)
          && !v.word(i).equals("of")
          && !v.tag(i).equals("DT")) {
        return null;
      }
    }
    return null;
  }
}
