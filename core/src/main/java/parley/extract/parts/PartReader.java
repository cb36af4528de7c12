package parley.extract.parts;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import parley.text.Part;
import parley.text.PartRole;
import parley.text.Span;

/**
 * Tells the parts of bare text apart: headline, dek, byline, body, caption, boilerplate.
 *
 * <ol>
 *   <li>the text is split into paragraphs: lines, or blocks of wrapped lines;
 *   <li>furniture of a page (buttons, prompts, footers, lists of other reports) is set aside;
 *   <li>the opening, up to the first running text, yields headline, dek, byline and pictures;
 *   <li>the rest is body but for credits, captions beside them, and subheadings;
 *   <li>a dateline is cut from the first body paragraph.
 * </ol>
 *
 * <p>In doubt a paragraph is body: a prompt that is read costs less than a statement that is lost.
 */
public final class PartReader {

  /** Paragraphs before the first running text that may belong to the opening. */
  private static final int OPENING = 40;

  /** Lines above a subheading that may stand between it and the last body paragraph. */
  private static final int LOOK_BACK = 8;

  private static final int LONGEST_HEADLINE = 250;
  private static final int LONGEST_CAPTION = 320;

  /** Parts in text order; each is one or more whole lines, but for datelines and credits. */
  public List<Part> read(String text) {
    List<Line> lines =
        Paragraphs.of(text).stream().map(span -> new Line(text, span)).collect(Collectors.toList());
    PartRole[] roles = new PartRole[lines.size()];
    furniture(lines, roles);
    int body = opening(lines, roles);
    rest(lines, roles, body);
    repeated(lines, roles);
    return parts(text, lines, roles);
  }

  /**
   * What a single paragraph is by its words alone: boilerplate, a credit, a byline or date; null if
   * they do not tell.
   */
  public static @Nullable PartRole asideRole(String paragraph) {
    if (paragraph.length() > LONGEST_CAPTION) {
      return null;
    }
    Line line = new Line(paragraph, new Span(0, paragraph.length()));
    return Clues.furniture(line) ? PartRole.BOILERPLATE : aside(line);
  }

  /** Length of the dateline at the start of a paragraph ("GENEVA (AP) —"); 0 if there is none. */
  public static int datelineLength(String paragraph) {
    return Dateline.length(paragraph);
  }

  /** The wire agency that a report is credited to, in full; null if none is found. */
  public static @Nullable String agency(String text, List<Part> parts) {
    return Agencies.of(text, parts);
  }

  /** The agency of that name or short form ("AP"), in full; null if that is none. */
  public static @Nullable String agencyNamed(String name) {
    return Agencies.named(name);
  }

  private static void furniture(List<Line> lines, PartRole[] roles) {
    boolean listing = false;
    int lastProse = lastProse(lines);
    boolean foot = false;
    for (int i = 0; i < lines.size(); i++) {
      Line line = lines.get(i);
      if (Clues.furniture(line)) {
        roles[i] = PartRole.BOILERPLATE;
        listing = Clues.listHead(line);
        foot |= i > lastProse && Clues.footer(line);
      } else if (foot || (listing && headlineLike(line) && i > 0)) {
        // A list of headlines ends at running text; below the footer no report goes on.
        roles[i] = line.isProse() && !foot ? null : PartRole.BOILERPLATE;
      } else {
        listing = false;
      }
    }
    if (lastProse < 0) {
      // Nothing but short lines: keep what no button's name took.
      for (int i = 0; i < lines.size(); i++) {
        if (roles[i] == PartRole.BOILERPLATE && !Clues.furniture(lines.get(i))) {
          roles[i] = null;
        }
      }
    }
  }

  private static int lastProse(List<Line> lines) {
    for (int i = lines.size() - 1; i >= 0; i--) {
      Line line = lines.get(i);
      if (line.isProse() && !Clues.furniture(line) && !Clues.footer(line)) {
        return i;
      }
    }
    return -1;
  }

  private static boolean headlineLike(Line line) {
    return line.length() <= 160 && !line.endsWithStop() && line.words >= 2;
  }

  /** Roles of all before the first body paragraph; returns that paragraph's index. */
  private static int opening(List<Line> lines, PartRole[] roles) {
    int headline = next(lines, roles, 0);
    if (headline < 0) {
      return lines.size();
    }
    while (headline >= 0 && aside(lines.get(headline)) != null) {
      roles[headline] = aside(lines.get(headline));
      headline = next(lines, roles, headline + 1);
    }
    if (headline < 0) {
      return lines.size();
    }
    int second = next(lines, roles, headline + 1);
    if (second < 0 || !headlineAbove(lines, roles, headline)) {
      return headline;
    }
    roles[headline] = PartRole.HEADLINE;
    int body = firstBody(lines, roles, headline + 1);
    boolean deks = true;
    for (int i = headline + 1; i < body; i++) {
      if (roles[i] != null) {
        continue;
      }
      Line line = lines.get(i);
      PartRole aside = aside(line);
      if (aside != null) {
        roles[i] = aside;
        deks &= aside == PartRole.BOILERPLATE || aside == PartRole.CREDIT;
      } else if (caption(lines, i)) {
        roles[i] = PartRole.CAPTION;
      } else if (deks) {
        roles[i] = PartRole.DEK;
        deks = false;
      } else if (line.words <= 4) {
        // A name, a place or a rubric between headline and text.
        roles[i] = PartRole.BYLINE;
      } else {
        roles[i] = PartRole.CAPTION;
      }
    }
    return body;
  }

  /** Whether a line reads as a headline over the text below it. */
  private static boolean headlineAbove(List<Line> lines, PartRole[] roles, int at) {
    Line line = lines.get(at);
    if (line.length() > LONGEST_HEADLINE || Dateline.length(line.text) > 0) {
      return false;
    }
    if (!line.endsWithStop()) {
      return true;
    }
    // With a full stop it is a headline only if set apart: short, above a byline or date.
    int below = next(lines, roles, at + 1);
    return line.words <= 20
        && below >= 0
        && (aside(lines.get(below)) == PartRole.BYLINE
            || (line.capitals() > 0.7 && line.words >= 4 && lines.get(below).isProse()));
  }

  /**
   * The first paragraph of running text below the headline. A sentence right above a byline is a
   * dek, a quoted second line is one too.
   */
  private static int firstBody(List<Line> lines, PartRole[] roles, int from) {
    int limit = Math.min(lines.size(), from + OPENING);
    int body = limit;
    int byline = -1;
    for (int i = from; i < limit; i++) {
      if (roles[i] != null) {
        continue;
      }
      Line line = lines.get(i);
      if (aside(line) != null || caption(lines, i)) {
        continue;
      }
      if (line.isProse()) {
        boolean second = i == from || allSet(roles, from, i);
        byline = bylineBelow(lines, roles, i);
        if (second && byline >= 0 && line.length() <= LONGEST_CAPTION) {
          continue;
        }
        if (second
            && line.isQuoted()
            && line.length() <= LONGEST_HEADLINE
            && next(lines, roles, i + 1) > 0) {
          continue;
        }
        body = i;
        break;
      }
    }
    if (body == limit) {
      // No running text: all after the headline is body but what is plainly something else.
      int first = next(lines, roles, from);
      while (first >= 0 && aside(lines.get(first)) != null) {
        roles[first] = aside(lines.get(first));
        first = next(lines, roles, first + 1);
      }
      return first < 0 ? lines.size() : first;
    }
    return body;
  }

  private static boolean allSet(PartRole[] roles, int from, int to) {
    for (int i = from; i < to; i++) {
      if (roles[i] == null) {
        return false;
      }
    }
    return true;
  }

  /** Index of a byline or date within two lines below; -1 if there is none. */
  private static int bylineBelow(List<Line> lines, PartRole[] roles, int at) {
    int below = at;
    for (int k = 0; k < 2; k++) {
      below = next(lines, roles, below + 1);
      if (below < 0) {
        return -1;
      }
      Line line = lines.get(below);
      if (Clues.byline(line) || Clues.date(line)) {
        return below;
      }
      if (line.isProse()) {
        return -1;
      }
    }
    return -1;
  }

  private static void rest(List<Line> lines, PartRole[] roles, int body) {
    for (int i = body; i < lines.size(); i++) {
      if (roles[i] != null) {
        continue;
      }
      Line line = lines.get(i);
      PartRole aside = i == body ? null : aside(line);
      if (aside == PartRole.BYLINE
          && !Clues.date(line)
          && !lines.get(i - 1).isProse()
          && i > body + 1) {
        aside = null;
      }
      if (aside != null) {
        roles[i] = aside;
      } else if (i > body
          && caption(lines, i)
          && !(line.endsWithStop() && Clues.creditAtEnd(line) < 0)) {
        roles[i] = PartRole.CAPTION;
      } else if (i > body && subheading(lines, roles, i)) {
        roles[i] = PartRole.SUBHEADING;
      } else {
        roles[i] = PartRole.BODY;
      }
    }
  }

  /** A short line without a stop between two paragraphs of running text. */
  private static boolean subheading(List<Line> lines, PartRole[] roles, int at) {
    Line line = lines.get(at);
    if (line.length() > 90
        || line.words > 12
        || line.words < 1
        || line.text.matches("(?s).*[.,;:!\u2026\u2013\u2014-]")
        || !Character.isLetterOrDigit(line.text.charAt(0)) && !line.isQuoted()
        || Character.isLowerCase(line.text.charAt(0))) {
      return false;
    }
    if (line.endsSentence() && (!line.text.endsWith("?") || !line.isQuoted() && quotes(line))) {
      return false;
    }
    int below = next(lines, roles, at + 1);
    int above = at - 1;
    while (above > 0 && at - above < LOOK_BACK && roles[above] != PartRole.BODY) {
      above--;
    }
    return below >= 0 && lines.get(below).isProse() && lines.get(above).isProse();
  }

  private static boolean quotes(Line line) {
    return line.text.chars().anyMatch(c -> "\"\u201c\u201d\u00ab".indexOf(c) >= 0);
  }

  private static boolean caption(List<Line> lines, int at) {
    Line line = lines.get(at);
    if (line.length() > LONGEST_CAPTION || line.isQuoted()) {
      return false;
    }
    if (Clues.creditAtEnd(line) > 0) {
      return true;
    }
    int below = at + 1;
    return below < lines.size()
        && line.words >= 3
        && Clues.credit(lines.get(below))
        && line.words <= 45;
  }

  private static @Nullable PartRole aside(Line line) {
    if (Clues.credit(line)) {
      return PartRole.CREDIT;
    }
    if (Clues.byline(line) || Clues.date(line) || Clues.closingByline(line)) {
      return PartRole.BYLINE;
    }
    return null;
  }

  /** A caption or headline that is printed twice is read once. */
  private static void repeated(List<Line> lines, PartRole[] roles) {
    Map<String, Integer> seen = new HashMap<>();
    for (int i = 0; i < lines.size(); i++) {
      Line line = lines.get(i);
      if (line.words < 4 || line.length() > LONGEST_CAPTION || roles[i] == PartRole.BOILERPLATE) {
        continue;
      }
      Integer before = seen.putIfAbsent(line.plain, i);
      if (before != null
          && i - before <= 6
          && (roles[before] == PartRole.CAPTION
              || roles[before] == PartRole.HEADLINE
              || roles[before] == PartRole.DEK
              || roles[i] == PartRole.CAPTION)) {
        roles[i] = PartRole.BOILERPLATE;
      }
    }
  }

  private static int next(List<Line> lines, PartRole[] roles, int from) {
    for (int i = from; i < lines.size(); i++) {
      if (roles[i] == null) {
        return i;
      }
    }
    return -1;
  }

  private static List<Part> parts(String text, List<Line> lines, PartRole[] roles) {
    List<Part> parts = new ArrayList<>();
    boolean first = true;
    for (int i = 0; i < lines.size(); i++) {
      Span span = lines.get(i).span;
      PartRole role = roles[i] == null ? PartRole.BODY : roles[i];
      if (role == PartRole.CAPTION) {
        int credit = Clues.creditAtEnd(lines.get(i));
        if (credit > 0) {
          int at = span.begin() + credit;
          add(text, parts, PartRole.CAPTION, span.begin(), at);
          add(text, parts, PartRole.CREDIT, at, span.end());
          continue;
        }
      }
      if (role == PartRole.BODY && first) {
        first = false;
        int dateline = Dateline.length(lines.get(i).text);
        if (dateline > 0) {
          add(text, parts, PartRole.DATELINE, span.begin(), span.begin() + dateline);
          add(text, parts, PartRole.BODY, span.begin() + dateline, span.end());
          continue;
        }
      }
      add(text, parts, role, span.begin(), span.end());
    }
    return parts;
  }

  private static void add(String text, List<Part> parts, PartRole role, int begin, int end) {
    Span span = new Span(begin, end).trimmed(text);
    if (!span.isEmpty()) {
      parts.add(new Part(role, span));
    }
  }
}
