package parley.extract.statements.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import parley.language.AnalysedReport;
import parley.language.Name;
import parley.language.Sentence;
import parley.language.Token;
import parley.text.Part;
import parley.text.PartRole;
import parley.text.Span;

/**
 * The sentences of one part of a report, laid out flat for the features: one array a property,
 * indexed by token over the whole passage. Words are held as hashes of their characters, which are
 * the same in every process.
 */
public final class Passage {

  /** Where a token stands to quotation marks. */
  public static final int OUTSIDE = 0;

  public static final int INSIDE = 1;
  public static final int OPENS = 2;
  public static final int CLOSES = 3;

  /** Tokens after which a part goes on in a passage of its own; a bound on memory. */
  private static final int LONGEST = 2_000;

  final Part part;
  final int size;
  final Token[] tokens;
  final int[] sentence;
  final int[] sentenceBegin;
  final int[] sentenceEnd;

  /** Token of the passage that each depends on, -1 for roots. */
  final int[] head;

  final int[] word;
  final int[] lemma;
  final int[] tag;
  final int[] relation;
  final int[] shape;
  final int[] prefix;
  final int[] suffix;

  /** Class of the lemma as a cue, 0 for none. */
  final int[] manner;

  /** Kind of name plus 1, 0 outside names. */
  final int[] name;

  /** First and last token at or below each. */
  final int[] low;

  final int[] high;
  final int[][] children;

  /** Index of the quotation in which a token stands, -1 for none. */
  final int[] quotation;

  final int[] quote;

  /** Tokens from quotation's first to its last in this passage; by quotation index minus offset. */
  final int quotationOffset;

  final int[] quotationBegin;
  final int[] quotationEnd;

  /** The last quotation, without offset, that ends at or before a token; -1 for none. */
  final int[] quotationBefore;

  /** The first quotation, without offset, that begins after a token; -1 for none. */
  final int[] quotationAfter;

  final boolean headline;

  // What is counted of the tokens that stand between two others.
  static final int COMMAS = 0;
  static final int VERBS = 1;
  static final int MARKS = 2;
  static final int DASHES = 3;
  static final int CUES = 4;
  static final int THATS = 5;
  private static final int COUNT_BITS = 10;

  /** By token the counts of all before it, side by side; they may run over, differences do not. */
  private final long[] counts;

  private Passage(List<Sentence> sentences, List<Quotation> quotations, int firstQuotation) {
    part = sentences.get(0).part();
    headline = part.role() == PartRole.HEADLINE;
    int n = 0;
    for (Sentence s : sentences) {
      n += s.size();
    }
    size = n;
    tokens = new Token[n];
    sentence = new int[n];
    head = new int[n];
    word = new int[n];
    lemma = new int[n];
    tag = new int[n];
    relation = new int[n];
    shape = new int[n];
    prefix = new int[n];
    suffix = new int[n];
    manner = new int[n];
    name = new int[n];
    low = new int[n];
    high = new int[n];
    children = new int[n][];
    quotation = new int[n];
    quote = new int[n];
    sentenceBegin = new int[sentences.size()];
    sentenceEnd = new int[sentences.size()];
    int at = 0;
    for (int k = 0; k < sentences.size(); k++) {
      sentenceBegin[k] = at;
      at = lay(sentences.get(k), k, at);
      sentenceEnd[k] = at;
    }
    reaches();
    quotationOffset = firstQuotation;
    int last = firstQuotation;
    Span whole = new Span(tokens[0].span().begin(), tokens[n - 1].span().end());
    while (last < quotations.size()
        && quotations.get(last).stretches().get(0).begin() < whole.end()) {
      last++;
    }
    quotationBegin = new int[last - firstQuotation];
    quotationEnd = new int[last - firstQuotation];
    Arrays.fill(quotation, -1);
    int from = 0;
    for (int q = firstQuotation; q < last; q++) {
      int begin = -1;
      int end = from;
      for (Span stretch : quotations.get(q).stretches()) {
        if (!stretch.overlaps(whole)) {
          continue;
        }
        while (from < n && tokens[from].span().end() <= stretch.begin()) {
          from++;
        }
        if (begin < 0) {
          begin = from;
        }
        while (from < n && tokens[from].span().begin() < stretch.end()) {
          quotation[from] = q;
          int b = tokens[from].span().begin();
          quote[from] =
              b == stretch.begin()
                  ? OPENS
                  : tokens[from].span().end() == stretch.end() ? CLOSES : INSIDE;
          from++;
        }
        end = from;
      }
      quotationBegin[q - firstQuotation] = Math.max(begin, 0);
      quotationEnd[q - firstQuotation] = end;
    }
    quotationBefore = new int[n];
    quotationAfter = new int[n];
    int ended = -1;
    int next = 0;
    for (int i = 0; i < n; i++) {
      while (ended + 1 < quotationEnd.length && quotationEnd[ended + 1] <= i) {
        ended++;
      }
      while (next < quotationBegin.length && quotationBegin[next] <= i) {
        next++;
      }
      quotationBefore[i] = ended;
      quotationAfter[i] = next < quotationBegin.length ? next : -1;
    }
    counts = counts();
  }

  /** Some tokens of a passage as one of its own, without the quotation that they stand in. */
  private Passage(Passage outer, int[] kept) {
    part = outer.part;
    headline = false;
    int n = kept.length;
    size = n;
    tokens = new Token[n];
    sentence = new int[n];
    head = new int[n];
    int first = n == 0 ? 0 : kept[0];
    int[] place = new int[n == 0 ? 0 : kept[n - 1] - first + 1];
    Arrays.fill(place, -1);
    int sentences = 0;
    for (int i = 0; i < n; i++) {
      place[kept[i] - first] = i;
      tokens[i] = outer.tokens[kept[i]];
      if (i > 0 && outer.sentence[kept[i]] != outer.sentence[kept[i - 1]]) {
        sentences++;
      }
      sentence[i] = sentences;
    }
    sentenceBegin = new int[sentences + 1];
    sentenceEnd = new int[sentences + 1];
    int[] below = new int[n];
    for (int i = 0; i < n; i++) {
      if (i == 0 || sentence[i] != sentence[i - 1]) {
        sentenceBegin[sentence[i]] = i;
      }
      sentenceEnd[sentence[i]] = i + 1;
      int h = outer.head[kept[i]];
      head[i] = h < first || h - first >= place.length ? -1 : place[h - first];
      if (head[i] >= 0) {
        below[head[i]]++;
      }
    }
    children = new int[n][];
    for (int i = 0; i < n; i++) {
      children[i] = new int[below[i]];
    }
    Arrays.fill(below, 0);
    for (int i = 0; i < n; i++) {
      if (head[i] >= 0) {
        children[head[i]][below[head[i]]++] = i;
      }
    }
    word = pick(outer.word, kept);
    lemma = pick(outer.lemma, kept);
    tag = pick(outer.tag, kept);
    relation = pick(outer.relation, kept);
    shape = pick(outer.shape, kept);
    prefix = pick(outer.prefix, kept);
    suffix = pick(outer.suffix, kept);
    manner = pick(outer.manner, kept);
    name = pick(outer.name, kept);
    low = new int[n];
    high = new int[n];
    reaches();
    quotation = new int[n];
    Arrays.fill(quotation, -1);
    quote = new int[n];
    quotationOffset = 0;
    quotationBegin = new int[0];
    quotationEnd = new int[0];
    quotationBefore = quotation.clone();
    quotationAfter = quotation.clone();
    for (int i = 0; i < n; i++) {
      if (head[i] < 0) {
        relation[i] = "root".hashCode();
      }
    }
    counts = counts();
  }

  private long[] counts() {
    long[] result = new long[size + 1];
    for (int i = 0; i < size; i++) {
      long own = one(COMMAS, word[i] == Words.COMMA);
      own += one(VERBS, tokens[i].tag().startsWith("V"));
      own += one(MARKS, quote[i] >= OPENS);
      own += one(DASHES, word[i] == Words.COLON || Words.dash(word[i]));
      own += one(CUES, manner[i] != 0);
      own += one(THATS, word[i] == Words.THAT);
      result[i + 1] = result[i] + own;
    }
    return result;
  }

  private static long one(int kind, boolean counts) {
    return counts ? 1L << kind * COUNT_BITS : 0;
  }

  /** Counts of the tokens of {@code [begin, end)}, less than a thousand; see {@link #count}. */
  long passed(int begin, int end) {
    return begin < end ? counts[end] - counts[begin] : 0;
  }

  /** One of the counts that {@link #passed} gave. */
  static int count(long passed, int kind) {
    return (int) (passed >>> kind * COUNT_BITS) & (1 << COUNT_BITS) - 1;
  }

  private static int[] pick(int[] values, int[] kept) {
    int[] result = new int[kept.length];
    for (int i = 0; i < kept.length; i++) {
      result[i] = values[kept[i]];
    }
    return result;
  }

  /** The content of an attribution as a passage of its own. */
  static Passage within(Passage outer, List<Candidate.Run> runs) {
    int most = 0;
    for (Candidate.Run run : runs) {
      most += run.length();
    }
    int[] kept = new int[most];
    int n = 0;
    for (Candidate.Run run : runs) {
      for (int t = run.begin(); t < run.end(); t++) {
        // The outer quotation's own marks say nothing of what is inside.
        if (outer.quote[t] < OPENS) {
          kept[n++] = t;
        }
      }
    }
    return new Passage(outer, Arrays.copyOf(kept, n));
  }

  /** Whether tokens of the text were left out before this one. */
  boolean gapBefore(int token) {
    if (token == 0 || token >= size) {
      return false;
    }
    Token a = tokens[token - 1];
    Token b = tokens[token];
    return sentence[token] == sentence[token - 1] && b.index() != a.index() + 1;
  }

  /** The passages of a report, one for each part that has sentences; a very long part has more. */
  public static List<Passage> of(AnalysedReport report, List<Quotation> quotations) {
    List<Passage> result = new ArrayList<>();
    List<Sentence> sentences = report.sentences();
    int from = 0;
    int q = 0;
    while (from < sentences.size()) {
      Part part = sentences.get(from).part();
      int to = from;
      int size = 0;
      while (to < sentences.size()
          && sentences.get(to).part().equals(part)
          && (to == from || size + sentences.get(to).size() <= LONGEST)) {
        size += sentences.get(to).size();
        to++;
      }
      int begin = sentences.get(from).span().begin();
      while (q < quotations.size() && last(quotations.get(q)) <= begin) {
        q++;
      }
      result.add(new Passage(sentences.subList(from, to), quotations, q));
      from = to;
    }
    return result;
  }

  private static int last(Quotation quotation) {
    return quotation.stretches().get(quotation.stretches().size() - 1).end();
  }

  private int lay(Sentence s, int index, int from) {
    for (Token token : s.tokens()) {
      int i = from + token.index();
      tokens[i] = token;
      sentence[i] = index;
      head[i] = token.isRoot() ? -1 : from + token.head();
      String lower = token.form().toLowerCase(Locale.ROOT);
      word[i] = lower.hashCode();
      String base = token.lemma().toLowerCase(Locale.ROOT);
      lemma[i] = base.hashCode();
      tag[i] = token.tag().hashCode();
      relation[i] = token.relation().hashCode();
      shape[i] = shape(token.form());
      prefix[i] = lower.substring(0, Math.min(4, lower.length())).hashCode();
      suffix[i] = lower.substring(Math.max(0, lower.length() - 3)).hashCode();
      manner[i] = Manner.of(base, token.tag());
      List<Token> below = s.dependents(token.index());
      children[i] = new int[below.size()];
      for (int c = 0; c < below.size(); c++) {
        children[i][c] = from + below.get(c).index();
      }
    }
    for (Name found : s.names()) {
      for (int i = from + found.begin(); i < from + found.end(); i++) {
        name[i] = found.kind().ordinal() + 1;
      }
    }
    return from + s.size();
  }

  /** First and last token below each, from the leaves up. */
  private void reaches() {
    int[] waiting = new int[size];
    int[] queue = new int[size];
    int n = 0;
    for (int i = 0; i < size; i++) {
      low[i] = i;
      high[i] = i;
      waiting[i] = children[i].length;
      if (waiting[i] == 0) {
        queue[n++] = i;
      }
    }
    for (int k = 0; k < n; k++) {
      int h = head[queue[k]];
      if (h >= 0) {
        low[h] = Math.min(low[h], low[queue[k]]);
        high[h] = Math.max(high[h], high[queue[k]]);
        if (--waiting[h] == 0) {
          queue[n++] = h;
        }
      }
    }
  }

  private static int shape(String form) {
    if (!Character.isLetterOrDigit(form.charAt(0))) {
      return 1;
    }
    boolean upper = Character.isUpperCase(form.charAt(0));
    boolean digit = false;
    boolean lower = false;
    for (int i = 0; i < form.length(); i++) {
      digit |= Character.isDigit(form.charAt(i));
      lower |= Character.isLowerCase(form.charAt(i));
    }
    return digit ? 2 : upper && lower ? 3 : upper ? 4 : 5;
  }

  /** Tokens in the passage. */
  public int size() {
    return size;
  }

  public Part part() {
    return part;
  }

  /** Where a token stands in the report's text. */
  public Span span(int token) {
    return tokens[token].span();
  }

  public Token token(int token) {
    return tokens[token];
  }

  /** The characters from the first to the last token of {@code [begin, end)}. */
  public Span span(int begin, int end) {
    return new Span(tokens[begin].span().begin(), tokens[end - 1].span().end());
  }

  /** Token that this one depends on, -1 for the root of a sentence. */
  public int head(int token) {
    return head[token];
  }
}
