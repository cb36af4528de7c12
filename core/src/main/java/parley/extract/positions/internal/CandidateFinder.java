package parley.extract.positions.internal;

import java.util.ArrayList;
import java.util.List;

/**
 * Every clause and noun phrase of a sentence that could state what is wanted, given or refused. The
 * span of one is what hangs below its head in one stretch around it, without a subject before a
 * modal, conditions, and the clauses that stand beside it.
 */
public final class CandidateFinder {

  /** Sentences longer than this many tokens are no prose; nothing is looked for in them. */
  private static final int MAX_TOKENS = 250;

  /** A relative clause of more tokens than this is told, not demanded. */
  private static final int LONG_RELATIVE = 10;

  private CandidateFinder() {}

  public static List<Candidate> find(SentenceView view) {
    List<Candidate> result = new ArrayList<>();
    if (view.size() > MAX_TOKENS) {
      return result;
    }
    for (int i = 0; i < view.size(); i++) {
      if (mayHead(view, i)) {
        Candidate c = extent(view, i);
        if (c.end() > c.begin()) {
          result.add(c);
        }
      }
    }
    return result;
  }

  static boolean mayHead(SentenceView view, int i) {
    String rel = view.relation(i);
    switch (rel) {
      case "aux",
          "cop",
          "compound",
          "flat",
          "fixed",
          "case",
          "mark",
          "det",
          "punct",
          "cc",
          "nummod" -> {
        return false;
      }
      default -> {}
    }
    if (view.isVerb(i)) {
      return !rel.equals("amod") || view.children(i).length > 1;
    }
    if (view.isNoun(i)) {
      return !view.isPossessor(i);
    }
    if (view.has(i, "cop")) {
      return true;
    }
    String tag = view.tag(i);
    return switch (rel) {
      case "obj", "nsubj", "obl", "ccomp", "xcomp" ->
          tag.equals("PRP") || tag.equals("DT") || tag.startsWith("JJ") || tag.equals("CD");
      case "root", "conj", "advcl", "acl", "parataxis", "dep" ->
          tag.startsWith("JJ") || tag.equals("MD") || tag.equals("TO");
      default -> false;
    };
  }

  /** The stretch of the candidate that hangs from {@code head}. */
  static Candidate extent(SentenceView view, int head) {
    int n = view.size();
    boolean[] in = new boolean[n];
    int[] stack = new int[n];
    int top = 0;
    in[head] = true;
    stack[top++] = head;
    boolean clause = view.isVerb(head) || view.has(head, "cop");
    String modal = view.modal(head);
    while (top > 0) {
      int at = stack[--top];
      for (int c : view.children(at)) {
        if (!in[c] && !setOff(view, at, c) && (at != head || keeps(view, head, c, clause, modal))) {
          in[c] = true;
          stack[top++] = c;
        }
      }
    }
    int begin = head;
    int end = head + 1;
    int close = closingQuote(view, head);
    // A stretch without gaps but for single marks, so that a stray attachment cannot widen it.
    while (begin > 0
        && (in[begin - 1] || (begin > 1 && in[begin - 2] && isMark(view, begin - 1)))) {
      begin--;
    }
    while (end < close && (in[end] || (end + 1 < n && in[end + 1]))) {
      end++;
    }
    while (begin < head && isMark(view, begin)) {
      begin++;
    }
    while (end > head + 1 && isMark(view, end - 1)) {
      end--;
    }
    return new Candidate(view, head, begin, end);
  }

  private static boolean keeps(SentenceView view, int head, int c, boolean clause, String modal) {
    String rel = view.relation(c);
    switch (rel) {
      case "punct",
          "det",
          "amod",
          "compound",
          "nummod",
          "obj",
          "iobj",
          "xcomp",
          "flat",
          "fixed",
          "obl",
          "nmod" -> {
        return true;
      }
      case "appos" -> {
        return !view.isVerb(c);
      }
      case "cc" -> {
        return false;
      }
      case "conj" -> {
        // "investigate and punish those …": what is shared stands below the last of them.
        return c > head
            && !commaBetween(view, head, c)
            && view.isVerb(c) == view.isVerb(head)
            && (!clause || (c - head <= 3 && !view.has(head, "obj") && view.modal(c).isEmpty()));
      }
      case "parataxis", "discourse" -> {
        return false;
      }
      case "dep" -> {
        return c > head;
      }
      default -> {}
    }
    if (rel.equals("case")) {
      return c > head;
    }
    if (c < head) {
      switch (rel) {
        case "aux", "cop" -> {
          return !(view.tag(c).equals("MD")
              || (rel.equals("aux")
                  && !view.has(head, "cop")
                  && modal.isEmpty()
                  && !view.relation(c).equals("aux:pass")
                  && view.sentence().token(c).relation().equals("aux")));
        }
        case "nsubj", "csubj", "expl" -> {
          return modal.isEmpty() || passive(view, head) || !clause;
        }
        case "mark" -> {
          return view.lemma(c).equals("to");
        }
        case "advmod" -> {
          return SentenceView.isNegation(view.lemma(c)) ? view.has(head, "mark") : c > head - 3;
        }
        case "advcl" -> {
          return false;
        }
        default -> {
          return true;
        }
      }
    }
    return !(rel.equals("advcl") && conditional(view, c)) && !Terms.isStrong(view, c);
  }

  /** Whether the clause below {@code c} names a condition. */
  static boolean conditional(SentenceView view, int c) {
    for (int m : view.children(c)) {
      if (m < c) {
        switch (view.lemma(m)) {
          case "if",
              "unless",
              "until",
              "once",
              "provided",
              "as",
              "while",
              "when",
              "after",
              "before",
              "because",
              "since",
              "although",
              "though" -> {
            return view.relation(m).equals("mark")
                || view.relation(m).equals("advmod")
                || view.relation(m).equals("case");
          }
          default -> {}
        }
      }
    }
    return false;
  }

  static boolean passive(SentenceView view, int head) {
    for (int c : view.children(head)) {
      String rel = view.sentence().token(c).relation();
      if (rel.equals("nsubj:pass") || rel.equals("aux:pass")) {
        return true;
      }
    }
    return false;
  }

  /**
   * A clause or list member that a comma sets off from its noun: it adds, it does not say which.
   */
  private static boolean setOff(SentenceView view, int head, int c) {
    return c > head
        && switch (view.relation(c)) {
          case "acl", "parataxis", "advcl" ->
              !view.lemma(c).equals("include") && commaBefore(view, c)
                  || longRelative(view, head, c);
          case "appos", "conj" -> view.isVerb(c) && commaBefore(view, c);
          default -> false;
        };
  }

  /** Whether the clause is a long one with "that" or "which" that tells more about its noun. */
  private static boolean longRelative(SentenceView view, int head, int c) {
    if (!view.sentence().token(c).relation().equals("acl:relcl") || c - head < 2) {
      return false;
    }
    return view.sentence().subtree(c).length > LONG_RELATIVE;
  }

  /** Whether a comma or dash stands right before what hangs below {@code c}. */
  private static boolean commaBefore(SentenceView view, int c) {
    int first = c;
    for (int child : view.children(c)) {
      if (!view.relation(child).equals("punct")) {
        first = Math.min(first, child);
      }
    }
    String before = first > 0 ? view.word(first - 1) : "";
    return before.equals(",")
        || before.startsWith("--")
        || before.equals("-")
        || before.equals("–");
  }

  private static boolean commaBetween(SentenceView view, int from, int to) {
    for (int i = from + 1; i < to; i++) {
      if (view.word(i).equals(",") || view.word(i).equals(";")) {
        return true;
      }
    }
    return false;
  }

  /** Index of the quotation mark, after a comma or full stop, that closes what the head is in. */
  private static int closingQuote(SentenceView view, int head) {
    for (int i = head + 1; i < view.size(); i++) {
      if (isQuote(view.word(i))
          && view.word(i - 1).length() == 1
          && ",.!?".contains(view.word(i - 1))) {
        return i;
      }
    }
    return view.size();
  }

  static boolean isQuote(String word) {
    return switch (word) {
      case "\"", "”", "“", "''", "``" -> true;
      default -> false;
    };
  }

  private static boolean isMark(SentenceView view, int i) {
    String w = view.word(i);
    return !w.isEmpty()
        && !Character.isLetterOrDigit(w.charAt(0))
        && w.charAt(0) != '$'
        && !w.startsWith("'");
  }
}
