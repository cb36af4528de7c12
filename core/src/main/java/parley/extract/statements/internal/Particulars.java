package parley.extract.statements.internal;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import parley.language.Token;
import parley.text.Span;

/** What else the words around a cue tell: mode, negation, who is spoken to, where and when. */
public final class Particulars {

  private static final Set<String> NEGATIONS =
      Set.of("not", "n't", "n’t", "never", "no", "neither", "nor", "hardly", "without");
  private static final Set<String> REFUSALS = Set.of("decline", "refuse", "fail");
  private static final Set<String> NOBODY = Set.of("nobody", "none", "no");
  private static final Set<String> MODALS = Set.of("may", "might", "could", "would", "should");
  private static final Set<String> IFS = Set.of("if", "whether", "unless");
  private static final Set<String> TO_WHOM =
      Set.of(
          "tell",
          "inform",
          "assure",
          "remind",
          "warn",
          "ask",
          "urge",
          "brief",
          "notify",
          "advise",
          "reassure",
          "persuade",
          "convince",
          "order",
          "instruct",
          "promise",
          "address",
          "call",
          "press",
          "implore",
          "beg",
          "invite",
          "command",
          "caution",
          "alert",
          "lecture",
          "text",
          "email",
          "write",
          "thank",
          "congratulate",
          "show");
  private static final Set<String> TO = Set.of("to", "with", "at");
  private static final Set<String> VENUES =
      Set.of(
          "speech",
          "interview",
          "statement",
          "conference",
          "address",
          "briefing",
          "letter",
          "post",
          "tweet",
          "television",
          "tv",
          "radio",
          "twitter",
          "facebook",
          "rally",
          "meeting",
          "hearing",
          "debate",
          "memo",
          "article",
          "column",
          "op-ed",
          "email",
          "e-mail",
          "message",
          "call",
          "telephone",
          "phone",
          "video",
          "broadcast",
          "communique",
          "communiqué",
          "report",
          "book",
          "appearance",
          "ceremony",
          "funeral",
          "session",
          "summit",
          "sermon",
          "remark",
          "press",
          "telegram",
          "court",
          "testimony",
          "affidavit",
          "filing",
          "document",
          "podcast",
          "show",
          "program",
          "programme",
          "event",
          "visit",
          "discussion",
          "website",
          "site",
          "blog",
          "instagram",
          "channel",
          "question",
          "parliament",
          "forum");
  private static final Set<String> VENUE_CASES =
      Set.of("in", "on", "at", "during", "via", "by", "from", "through", "over");
  private static final Set<String> WHENS =
      Set.of(
          "monday",
          "tuesday",
          "wednesday",
          "thursday",
          "friday",
          "saturday",
          "sunday",
          "today",
          "yesterday",
          "tonight",
          "tomorrow",
          "january",
          "february",
          "march",
          "april",
          "june",
          "july",
          "august",
          "september",
          "october",
          "november",
          "december",
          "week",
          "month",
          "year",
          "morning",
          "afternoon",
          "evening",
          "night",
          "day",
          "hour",
          "later",
          "earlier",
          "recently",
          "now",
          "weekend");

  private final Passage p;
  private final Candidate c;

  public Particulars(Candidate candidate) {
    c = candidate;
    p = candidate.passage;
  }

  private String lemma(int t) {
    return p.token(t).lemma().toLowerCase(java.util.Locale.ROOT);
  }

  /** The mode of {@link Manner#MODES} that the cue names; "said" if it names none. */
  public String mode() {
    int manner = p.manner[c.head];
    if (manner == 0) {
      for (Candidate.Run run : c.cue) {
        for (int t = run.begin(); t < run.end(); t++) {
          if (p.manner[t] != 0) {
            manner = p.manner[t];
          }
        }
      }
    }
    return manner == 0 ? "said" : Manner.MODES.get(manner);
  }

  /** "did not say", "declined to comment", "nobody knows". */
  public boolean negated() {
    for (Candidate.Run run : c.cue) {
      for (int t = run.begin(); t < run.end(); t++) {
        if (NEGATIONS.contains(lemma(t)) || t < c.head && REFUSALS.contains(lemma(t))) {
          return true;
        }
      }
    }
    for (Candidate.Run run : c.source) {
      if (NOBODY.contains(lemma(run.begin()))) {
        return true;
      }
    }
    return REFUSALS.contains(lemma(c.head));
  }

  /** "might argue", "if he says". */
  public boolean hypothetical() {
    for (Candidate.Run run : c.cue) {
      for (int t = run.begin(); t < run.end(); t++) {
        if (p.token(t).tag().equals("MD") && MODALS.contains(lemma(t))) {
          return true;
        }
      }
    }
    for (int t : p.children[c.head]) {
      if (p.relation[t] == Words.MARK && IFS.contains(lemma(t))) {
        return true;
      }
    }
    return false;
  }

  /** The words that name who is spoken to; null if none do. */
  public @Nullable Span addressee() {
    boolean takesPerson = TO_WHOM.contains(lemma(c.head));
    for (int t : p.children[c.head]) {
      String relation = p.token(t).relation();
      boolean object = takesPerson && (relation.equals("obj") || relation.equals("iobj"));
      boolean oblique =
          relation.startsWith("obl")
              || relation.startsWith("nmod") && p.token(c.head).tag().startsWith("N");
      if ((object || oblique && TO.contains(caseOf(t)) && !VENUES.contains(lemma(t))) && noun(t)) {
        Span span = outside(t, object ? t : -1);
        if (span != null) {
          return span;
        }
      }
    }
    return null;
  }

  private boolean noun(int t) {
    String tag = p.token(t).tag();
    return tag.startsWith("N") || tag.startsWith("PRP") || tag.equals("DT") || tag.equals("CD");
  }

  private String caseOf(int t) {
    for (int k : p.children[t]) {
      if (p.relation[k] == Words.CASE) {
        return lemma(k);
      }
    }
    return "";
  }

  /** Where or on what occasion; null if it is not told. */
  public @Nullable Span venue() {
    for (int t : p.children[c.head]) {
      if (p.token(t).relation().startsWith("obl")
          && VENUES.contains(lemma(t))
          && VENUE_CASES.contains(caseOf(t))) {
        Span span = inCue(t);
        span = span == null ? outside(t, t) : span;
        if (span != null) {
          return span;
        }
      }
    }
    return null;
  }

  /** "Said in a speech" as the cue: the phrase under a token of it, null if it is in none. */
  private @Nullable Span inCue(int t) {
    for (Candidate.Run run : c.cue) {
      if (run.begin() <= t && t < run.end()) {
        return p.span(Math.max(run.begin(), p.low[t]), Math.min(run.end(), p.high[t] + 1));
      }
    }
    return null;
  }

  /** The words that tell when it was said; null if none do. */
  public @Nullable Span when() {
    for (int t : p.children[c.head]) {
      String relation = p.token(t).relation();
      if ((relation.startsWith("obl") || relation.startsWith("nmod") || relation.equals("advmod"))
          && (WHENS.contains(lemma(t)) || p.token(t).tag().equals("CD"))) {
        Span span = outside(t, t);
        if (span != null) {
          return span;
        }
      }
    }
    return null;
  }

  /**
   * The phrase under a token, as far as it is one stretch outside the three roles; null if the
   * token itself is in one.
   *
   * @param with a token whose preposition is kept, -1 to leave the preposition out
   */
  private @Nullable Span outside(int t, int with) {
    if (taken(t)) {
      return null;
    }
    int begin = t;
    while (begin > p.low[t] && !taken(begin - 1) && (with >= 0 || !leads(begin - 1, t))) {
      begin--;
    }
    int end = t + 1;
    while (end <= p.high[t] && end < t + 30 && !taken(end)) {
      end++;
    }
    while (end > t + 1 && p.shape[end - 1] == 1) {
      end--;
    }
    while (begin < t && p.shape[begin] == 1) {
      begin++;
    }
    return p.span(begin, end);
  }

  private boolean leads(int token, int head) {
    return p.relation[token] == Words.CASE && p.head[token] == head;
  }

  private boolean taken(int token) {
    for (List<Candidate.Run> runs : List.of(c.source, c.cue, c.content)) {
      for (Candidate.Run run : runs) {
        if (run.begin() <= token && token < run.end()) {
          return true;
        }
      }
    }
    return false;
  }

  /** Why the model took it, in words. */
  public List<String> reasons() {
    Token cue = p.token(c.head);
    String way = "no part of the content hangs from the cue";
    for (Candidate.Run run : c.content) {
      for (int t = run.begin(); t < run.end(); t++) {
        if (p.head[t] == c.head) {
          way = "the content hangs from the cue as " + p.token(t).relation();
          break;
        }
        if (p.head[c.head] == t) {
          way = "the cue hangs from the content as " + cue.relation();
          break;
        }
      }
    }
    String source = c.source.isEmpty() ? "no source found" : "the source stands apart from the cue";
    for (Candidate.Run run : c.source) {
      for (int t = run.begin(); t < run.end(); t++) {
        if (p.head[t] == c.head) {
          source = "the source hangs from the cue as " + p.token(t).relation();
        }
      }
    }
    return List.of(
        String.format(java.util.Locale.ROOT, "\"%s\" as a cue: %.2f", cue.form(), c.cueProbability),
        String.format(
            java.util.Locale.ROOT, "these spans of all around it: %.2f", c.spanProbability),
        way,
        source);
  }
}
