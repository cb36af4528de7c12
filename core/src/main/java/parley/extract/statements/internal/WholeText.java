package parley.extract.statements.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import parley.language.AnalysedReport;
import parley.language.Sentence;
import parley.language.Token;
import parley.text.Part;
import parley.text.PartRole;
import parley.text.Span;

/**
 * A report that is itself one statement: a communiqué or joint statement published as it stands, an
 * open letter. Told by its frame alone, and only by a whole one: a heading such as "Joint statement
 * by …", the wire's "[COMMUNIQUE] […]", or a salutation with a closing and a signature.
 *
 * @param mode "said" for a statement, "wrote" for a letter
 * @param source who issued or signed it; empty if the frame does not tell
 * @param cue the word that calls it a statement; empty for letters
 * @param content its paragraphs
 * @param reason what the frame was
 */
public record WholeText(
    String mode, List<Span> source, List<Span> cue, List<Span> content, String reason) {

  private static final int LONGEST_HEADING = 200;
  private static final int LONGEST_FRAME = 120;

  /** Lines at either end in which a frame is looked for. */
  private static final int FRAME_LINES = 12;

  /** Words that may stand before "statement" in the heading of one. */
  private static final Set<String> BEFORE =
      Set.of(
          "joint",
          "final",
          "official",
          "full",
          "text",
          "of",
          "the",
          "a",
          "press",
          "public",
          "common",
          "closing",
          "open",
          "ministerial",
          "trilateral",
          "quadrilateral",
          "urgent");

  private static final Set<String> KINDS =
      Set.of("statement", "communique", "communiqué", "declaration", "letter");

  /** How monitoring services head what one speaker or author says at length. */
  private static final List<String> WIRE_KINDS =
      List.of("[communiqu", "[statement]", "[speech]", "[address]", "[declaration]", "[message]");

  private static final Set<String> HOW_SPOKEN =
      Set.of(
          "in",
          "at",
          "on",
          "from",
          "to",
          "before",
          "during",
          "live",
          "recorded",
          "delivered",
          "read",
          "broadcast");

  private static final Set<String> ISSUED = Set.of("by", "from", "of");

  /** Words that end the issuer's name in a heading. */
  private static final Set<String> TOPIC =
      Set.of("on", "about", "regarding", "following", "after", "concerning", "to", "ahead", "upon");

  private static final Set<String> CLOSINGS =
      Set.of(
          "sincerely",
          "yours sincerely",
          "sincerely yours",
          "yours faithfully",
          "yours truly",
          "yours respectfully",
          "respectfully",
          "respectfully yours",
          "with respect",
          "with kind regards",
          "kind regards",
          "best regards",
          "in solidarity",
          "with hope",
          "signed");

  /** One line of a read part, without white space at its ends. */
  private record Line(Part part, Span span, String text) {}

  /** The frame of a report; null for reports that are none, which nearly all are. */
  public static @Nullable WholeText of(AnalysedReport report) {
    List<Line> lines = lines(report);
    if (lines.size() < 2) {
      return null;
    }
    WholeText wire = wire(lines);
    if (wire != null) {
      return wire;
    }
    WholeText letter = letter(lines);
    return letter != null ? letter : headed(report, lines);
  }

  /** Whether a span begins inside its content. */
  boolean holds(Span span) {
    return content.get(0).begin() <= span.begin()
        && span.end() <= content.get(content.size() - 1).end();
  }

  private static List<Line> lines(AnalysedReport report) {
    String text = report.report().text();
    List<Line> lines = new ArrayList<>();
    for (Part part : report.report().parts()) {
      if (!part.role().isRead() || part.role() == PartRole.CAPTION) {
        continue;
      }
      int begin = part.span().begin();
      while (begin < part.span().end()) {
        int end = text.indexOf('\n', begin);
        end = end < 0 || end > part.span().end() ? part.span().end() : end;
        Span span = new Span(begin, end).trimmed(text);
        if (span.length() > 0) {
          lines.add(new Line(part, span, span.of(text)));
        }
        begin = end + 1;
      }
    }
    return lines;
  }

  // The wire's brackets: "[COMMUNIQUE] [ISSUER] [TEXT] …" and "[SIGNED] …"

  private static @Nullable WholeText wire(List<Line> lines) {
    Line first = lines.get(0);
    String head = first.text.substring(0, Math.min(first.text.length(), LONGEST_HEADING * 2));
    String low = head.toLowerCase(Locale.ROOT);
    int kind = WIRE_KINDS.stream().mapToInt(low::indexOf).filter(i -> i >= 0).min().orElse(-1);
    if (kind < 0) {
      return null;
    }
    int kindEnd = head.indexOf(']', kind);
    int text = low.indexOf("[text]");
    if (kindEnd < 0 || text < kindEnd) {
      return null;
    }
    int at = first.span.begin();
    List<Span> source = new ArrayList<>();
    int open = head.indexOf('[', kindEnd);
    int close = head.indexOf(']', Math.max(open, 0));
    if (open >= 0 && open < text && close > open + 1) {
      source.add(new Span(at + open + 1, at + open + 1 + nameEnd(head.substring(open + 1, close))));
    }
    int last = closing(lines);
    Span signature = last < lines.size() ? signature(lines, last) : null;
    if (source.isEmpty() && signature != null) {
      source.add(signature);
    }
    List<Span> content = new ArrayList<>();
    int begin = at + text + "[text]".length();
    if (first.span.end() > begin + 1) {
      content.add(new Span(begin + 1, first.span.end()));
    }
    content.addAll(spans(lines.subList(1, Math.max(1, last))));
    Span cue = new Span(at + kind + 1, at + kindEnd);
    return content.isEmpty()
        ? null
        : new WholeText(
            "said", source, List.of(cue), content, "the wire heads it as the words of one");
  }

  /** Length of the name before how it was spoken: "President Paz, in progress". */
  private static int nameEnd(String bracket) {
    for (int comma = bracket.indexOf(','); comma > 0; comma = bracket.indexOf(',', comma + 1)) {
      String[] after = bracket.substring(comma + 1).strip().toLowerCase(Locale.ROOT).split(" ", 2);
      if (HOW_SPOKEN.contains(after[0])) {
        return comma;
      }
    }
    return bracket.length();
  }

  // Letters

  private static @Nullable WholeText letter(List<Line> lines) {
    int salutation = -1;
    for (int i = 0; i < Math.min(lines.size(), FRAME_LINES) && salutation < 0; i++) {
      salutation = isSalutation(lines.get(i).text) ? i : -1;
    }
    int closing = closing(lines);
    if (salutation < 0 || closing <= salutation + 1 || closing >= lines.size()) {
      return null;
    }
    Span signature = signature(lines, closing);
    if (signature == null) {
      return null;
    }
    return new WholeText(
        "wrote",
        List.of(signature),
        List.of(),
        spans(lines.subList(salutation + 1, closing)),
        "a letter, from its salutation to its signature");
  }

  private static boolean isSalutation(String line) {
    char end = line.charAt(line.length() - 1);
    String low = line.toLowerCase(Locale.ROOT);
    return line.length() < LONGEST_FRAME
        && (end == ',' || end == ':')
        && (low.startsWith("dear ")
            || low.startsWith("your excellency")
            || low.startsWith("your excellencies")
            || low.startsWith("to the ") && Character.isUpperCase(line.charAt(0)));
  }

  /** Index of the line that closes a letter or opens a signature; the number of lines for none. */
  private static int closing(List<Line> lines) {
    for (int i = lines.size() - 1; i > 0 && i >= lines.size() - FRAME_LINES; i--) {
      String line = lines.get(i).text;
      if (line.length() < LONGEST_FRAME && CLOSINGS.contains(words(line))
          || afterSigned(line) > 0) {
        return i;
      }
    }
    return lines.size();
  }

  /** Where the names begin after "[SIGNED]" or "Signed:"; 0 if a line begins otherwise. */
  private static int afterSigned(String line) {
    String low = line.toLowerCase(Locale.ROOT);
    for (String mark : List.of("[signed]", "(signed)", "signed:", "signed by:")) {
      if (low.startsWith(mark) && line.length() > mark.length() + 1) {
        int at = mark.length();
        while (at < line.length() && Character.isWhitespace(line.charAt(at))) {
          at++;
        }
        return at < line.length() ? at : 0;
      }
    }
    return 0;
  }

  /** The first name at or after the closing: a line without a verb's full stop. */
  private static @Nullable Span signature(List<Line> lines, int closing) {
    Line line = lines.get(closing);
    int signed = afterSigned(line.text);
    if (signed > 0) {
      return new Span(line.span.begin() + signed, line.span.end());
    }
    if (closing + 1 >= lines.size()) {
      return null;
    }
    Line next = lines.get(closing + 1);
    return next.text.length() < LONGEST_FRAME && Character.isUpperCase(next.text.charAt(0))
        ? next.span
        : null;
  }

  private static String words(String line) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (Character.isLetter(c)) {
        out.append(Character.toLowerCase(c));
      } else if (c == ' ' && out.length() > 0) {
        out.append(' ');
      }
    }
    return out.toString().strip();
  }

  // Statements under a heading that calls them so

  private static @Nullable WholeText headed(AnalysedReport report, List<Line> lines) {
    Line heading = lines.get(0);
    if (heading.text.length() > LONGEST_HEADING || hasFiniteVerb(report, heading.span)) {
      return null;
    }
    List<Span> words = wordsOf(heading);
    int colon = heading.text.indexOf(':');
    int kind = kindAt(heading, words, 0);
    List<Span> source = new ArrayList<>();
    if (kind >= 0
        && kind + 1 < words.size()
        && ISSUED.contains(low(words.get(kind + 1), heading))) {
      source.add(issuer(heading, words, kind + 2));
    } else if (kind < 0 && colon > 0) {
      // "Ministry of Foreign Affairs: joint statement on …"
      int after = 0;
      while (after < words.size() && words.get(after).begin() < colon) {
        after++;
      }
      kind = kindAt(heading, words, after);
      if (kind >= 0) {
        int at = heading.span.begin();
        source.add(new Span(at, at + heading.text.substring(0, colon).stripTrailing().length()));
      }
    }
    if (kind < 0 || low(words.get(kind), heading).equals("letter")) {
      return null;
    }
    boolean ends =
        kind + 1 == words.size()
            || TOPIC.contains(low(words.get(kind + 1), heading))
            || !source.isEmpty();
    int closing = closing(lines);
    if (source.isEmpty() && closing < lines.size()) {
      Span signature = signature(lines, closing);
      if (signature != null) {
        source.add(signature);
      }
    }
    // Without an issuer it may be a report about a statement.
    if (!ends || source.isEmpty() || source.get(0).length() == 0) {
      return null;
    }
    List<Span> content = spans(lines.subList(1, closing));
    Span word = words.get(kind);
    Span cue = new Span(heading.span.begin() + word.begin(), heading.span.begin() + word.end());
    return content.isEmpty()
        ? null
        : new WholeText("said", source, List.of(cue), content, "its heading calls it a statement");
  }

  /** Index of the word that calls it a statement, if only such words as may stand before it do. */
  private static int kindAt(Line heading, List<Span> words, int from) {
    for (int i = from; i < words.size(); i++) {
      String word = low(words.get(i), heading);
      if (KINDS.contains(word)) {
        return i;
      }
      if (!BEFORE.contains(word)) {
        return -1;
      }
    }
    return -1;
  }

  /** The issuer's name: up to the topic, a comma or a colon. */
  private static Span issuer(Line heading, List<Span> words, int from) {
    int at = heading.span.begin();
    if (from >= words.size()) {
      return new Span(at, at);
    }
    int begin = words.get(from).begin();
    int end = begin;
    for (int i = from; i < words.size(); i++) {
      if (TOPIC.contains(low(words.get(i), heading))) {
        break;
      }
      end = words.get(i).end();
      char last = heading.text.charAt(end - 1);
      if (last == ':' || last == ';') {
        end--;
        break;
      }
    }
    return new Span(at + begin, at + end);
  }

  private static boolean hasFiniteVerb(AnalysedReport report, Span heading) {
    for (Sentence sentence : report.sentences()) {
      if (sentence.token(0).span().begin() >= heading.end()) {
        break;
      }
      for (Token token : sentence.tokens()) {
        String tag = token.tag();
        if (token.span().end() <= heading.end()
            && (tag.equals("VBD") || tag.equals("VBZ") || tag.equals("VBP") || tag.equals("MD"))) {
          return true;
        }
      }
    }
    return false;
  }

  private static List<Span> wordsOf(Line line) {
    List<Span> words = new ArrayList<>();
    int begin = -1;
    for (int i = 0; i <= line.text.length(); i++) {
      boolean blank = i == line.text.length() || Character.isWhitespace(line.text.charAt(i));
      if (!blank && begin < 0) {
        begin = i;
      } else if (blank && begin >= 0) {
        words.add(new Span(begin, i));
        begin = -1;
      }
    }
    return words;
  }

  private static String low(Span word, Line line) {
    String text = word.of(line.text).toLowerCase(Locale.ROOT);
    int end = text.length();
    while (end > 1 && !Character.isLetterOrDigit(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(0, end);
  }

  private static List<Span> spans(List<Line> lines) {
    List<Span> result = new ArrayList<>();
    for (Line line : lines) {
      result.add(line.span);
    }
    return result;
  }
}
