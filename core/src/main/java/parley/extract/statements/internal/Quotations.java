package parley.extract.statements.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import parley.text.Span;

/**
 * Pairs quotation marks, in one pass over the text.
 *
 * <p>Straight, curly, low and angled marks, and single marks where they are not apostrophes. Only
 * outermost quotations are kept: what is quoted inside one belongs to it. A quotation over several
 * paragraphs, each opening anew and only the last closing, is one. An opening mark without a
 * closing one holds to the end of its paragraph or to the next opening mark; a closing mark without
 * an opening one holds from the start of its paragraph if nothing was quoted there before.
 */
public final class Quotations {

  private static final char LOW = '„';

  private static final Set<String> ELIDED =
      Set.of("tis", "twas", "em", "til", "till", "cause", "n", "bout", "round", "im", "er");

  private final CharSequence text;
  private final List<Quotation> found = new ArrayList<>();

  /** Stretches of the quotation that goes on from earlier paragraphs, null if none does. */
  private @Nullable List<Span> running;

  private Quotations(CharSequence text) {
    this.text = text;
  }

  /**
   * Outermost quotations in text order.
   *
   * @param paragraphs in text order, without overlap; a quotation never crosses one without a mark
   */
  public static List<Quotation> in(CharSequence text, List<Span> paragraphs) {
    Quotations reader = new Quotations(text);
    for (Span paragraph : paragraphs) {
      reader.paragraph(paragraph);
    }
    reader.stop();
    return reader.found;
  }

  private void stop() {
    if (running != null) {
      found.add(new Quotation(running, false));
      running = null;
    }
  }

  /** What a mark does where it stands. */
  private enum Act {
    NONE,
    OPEN,
    CLOSE,
    /** Closes if something is open, opens if not. */
    EITHER
  }

  private void paragraph(Span paragraph) {
    int at = paragraph.begin();
    while (at < paragraph.end() && blank(text.charAt(at))) {
      at++;
    }
    boolean opensAnew =
        at < paragraph.end() && isDouble(text.charAt(at)) && act(at, paragraph) != Act.CLOSE
            || at < paragraph.end() && text.charAt(at) == '‘';
    if (running != null && !opensAnew && !closesFirst(at, paragraph)) {
      stop();
    }
    int open = running == null ? -1 : at;
    boolean continued = running != null;
    char opener = continued ? '“' : 0;
    int begins = at;
    boolean any = false;
    for (int i = continued && opensAnew ? at + 1 : at; i < paragraph.end(); i++) {
      char c = text.charAt(i);
      if (isDouble(c)) {
        Act act = act(i, paragraph);
        if (open < 0 && act == Act.CLOSE) {
          if (!any) {
            add(begins, i + 1);
            any = true;
          }
        } else if (open < 0) {
          open = i;
          opener = c;
        } else if (act == Act.OPEN && !(opener == LOW && c == '“')) {
          // The open one was never closed.
          if (continued) {
            stop();
            continued = false;
          } else {
            found.add(new Quotation(List.of(new Span(open, trimmed(open, i))), false));
          }
          any = true;
          open = i;
          opener = c;
        } else {
          close(open, i + 1, continued);
          continued = false;
          any = true;
          open = -1;
        }
      } else if (single(c) && open < 0 && opensSingle(i, paragraph)) {
        int close = singleClose(i + 1, Math.min(paragraph.end(), i + SINGLE_REACH));
        if (close >= 0) {
          add(i, close + 1);
          any = true;
          i = close;
        }
      }
    }
    if (open >= 0) {
      List<Span> stretches = running == null ? new ArrayList<>() : running;
      stretches.add(new Span(open, trimmed(open, paragraph.end())));
      running = stretches;
    }
  }

  /** How far a single quotation may reach; a bound, so that every text is read in linear time. */
  private static final int SINGLE_REACH = 1_000;

  private void add(int begin, int end) {
    found.add(new Quotation(List.of(new Span(begin, end)), true));
  }

  private void close(int open, int end, boolean continued) {
    if (continued && running != null) {
      running.add(new Span(open, end));
      found.add(new Quotation(running, true));
      running = null;
    } else {
      add(open, end);
    }
  }

  private int trimmed(int from, int end) {
    int to = end;
    while (to > from + 1 && blank(text.charAt(to - 1))) {
      to--;
    }
    return to;
  }

  /** Whether the first mark of the paragraph closes: a paragraph that forgot to open anew. */
  private boolean closesFirst(int from, Span paragraph) {
    for (int i = from; i < paragraph.end(); i++) {
      if (isDouble(text.charAt(i))) {
        return act(i, paragraph) == Act.CLOSE;
      }
    }
    return false;
  }

  private static boolean isDouble(char c) {
    return switch (c) {
      case '"', '“', '”', '„', '‟', '«', '»', '＂', '〝', '〞' -> true;
      default -> false;
    };
  }

  private static boolean single(char c) {
    return c == '‘' || c == '\'';
  }

  private Act act(int i, Span paragraph) {
    char c = text.charAt(i);
    switch (c) {
      case '“', '‟', '„', '«', '〝':
        return Act.OPEN;
      case '”', '»', '〞':
        return Act.CLOSE;
      default:
        boolean before = i == paragraph.begin() || opensAfter(text.charAt(i - 1));
        boolean after =
            i + 1 < paragraph.end()
                && !blank(text.charAt(i + 1))
                && !closesBefore(text.charAt(i + 1));
        if (before && after) {
          return Act.OPEN;
        }
        boolean solidBefore = i > paragraph.begin() && !blank(text.charAt(i - 1));
        if (solidBefore && !after) {
          return Act.CLOSE;
        }
        return Act.EITHER;
    }
  }

  private static boolean blank(char c) {
    return c <= ' ' || c == '\u00a0' || c == '\u200b' || c == '\ufeff' || Character.isWhitespace(c);
  }

  private static boolean opensAfter(char c) {
    return blank(c) || c == '(' || c == '[' || c == '{' || c == '—' || c == '–' || c == '-'
        || c == '/' || c == '…' || c == '‘' || c == '\'';
  }

  private static boolean closesBefore(char c) {
    return c == '.' || c == ',' || c == ';' || c == ':' || c == '?' || c == '!' || c == ')'
        || c == ']' || c == '—' || c == '–';
  }

  private boolean opensSingle(int i, Span paragraph) {
    boolean before = i == paragraph.begin() || opensAfter(text.charAt(i - 1));
    return before
        && i + 1 < paragraph.end()
        && Character.isLetterOrDigit(text.charAt(i + 1))
        && !elision(i + 1, paragraph.end());
  }

  /** "'89", "'tis": a mark for what is left out. */
  private boolean elision(int from, int limit) {
    int to = from;
    while (to < limit && to - from < 6 && Character.isLetterOrDigit(text.charAt(to))) {
      to++;
    }
    String word = text.subSequence(from, to).toString().toLowerCase(Locale.ROOT);
    boolean year =
        word.length() >= 2
            && Character.isDigit(word.charAt(0))
            && Character.isDigit(word.charAt(1));
    return year || ELIDED.contains(word);
  }

  /**
   * The single closing mark for one opened before {@code from}: the first that follows punctuation,
   * or else the last that may close before the next opening one; -1 if there is none.
   */
  private int singleClose(int from, int limit) {
    int weak = -1;
    boolean straight = text.charAt(from - 1) == '\'';
    int end = Math.min(limit, Math.min(text.length(), from + SINGLE_REACH));
    for (int i = Math.max(from, 1); i < end; i++) {
      char c = text.charAt(i);
      if (straight && isDouble(c)) {
        break;
      }
      if (c != '’' && c != '\'' && c != '‘') {
        continue;
      }
      char previous = text.charAt(i - 1);
      boolean wordAfter = i + 1 < text.length() && Character.isLetterOrDigit(text.charAt(i + 1));
      if (c == '‘' || opensAfter(previous)) {
        if (weak >= 0) {
          break;
        }
      } else if (!wordAfter) {
        if (!Character.isLetterOrDigit(previous)) {
          return i;
        }
        if (weak < 0 || text.charAt(weak - 1) == 's') {
          weak = i;
        }
      }
    }
    return weak;
  }
}
