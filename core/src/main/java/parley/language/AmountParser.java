package parley.language;

import static parley.language.NumberWords.*;

import org.jspecify.annotations.Nullable;
import parley.language.Amount.Kind;

/**
 * Reads one amount at a piece by looking a bounded number of pieces ahead. Holds the state of one
 * attempt; not for reuse by several threads.
 */
final class AmountParser {

  /** More digits than these are an account number, not an amount. */
  private static final int MAX_DIGITS = 15;

  private final Pieces pieces;

  // What the last successful attempt found.
  private double low;
  private double high;
  private Kind kind = Kind.EXACT;
  private int end;

  AmountParser(Pieces pieces) {
    this.pieces = pieces;
  }

  @Nullable Amount plain(int at) {
    return number(at) ? amount(at, Kind.EXACT, low, low, end) : null;
  }

  @Nullable Amount ordinal(int at) {
    if (at >= pieces.size()) {
      return null;
    }
    if (pieces.kind(at) == Pieces.Kind.DIGITS) {
      boolean suffixed =
          pieces.touchesPrevious(at + 1) && pieces.find(ORDINAL_ENDINGS, at + 1) >= 0;
      double value = digits(at, at + 1);
      return suffixed && value >= 0 ? amount(at, Kind.EXACT, value, value, at + 2) : null;
    }
    int value = pieces.find(ORDINALS, at);
    if (value >= 0) {
      return amount(at, Kind.EXACT, value, value, at + 1);
    }
    int tens = word(at);
    int next = at + 1 + (pieces.isHyphen(at + 1) ? 1 : 0);
    int unit = pieces.find(ORDINALS, next);
    if (tens >= 20 && tens < HUNDRED && unit >= 1 && unit <= 9) {
      return amount(at, Kind.EXACT, tens + unit, tens + unit, next + 1);
    }
    return null;
  }

  /** The longest amount with what blurs or bounds it. */
  @Nullable Amount amount(int at) {
    if (at >= pieces.size()) {
      return null;
    }
    if (pieces.kind(at) == Pieces.Kind.MARK) {
      return null;
    }
    if (pieces.kind(at) == Pieces.Kind.WORD && word(at) < 0) {
      return null;
    }
    Kind before = Kind.EXACT;
    int from = at;
    int code = word(at);
    if (code == BETWEEN || code == FROM) {
      return bounded(at, code == BETWEEN);
    }
    int opened = opening(at);
    if (opened > at) {
      before = kind;
      from = opened;
    }
    if (!core(from)) {
      return null;
    }
    if (before != Kind.EXACT) {
      bound(before);
    } else if (kind == Kind.EXACT) {
      closing();
    }
    return amount(at, kind, low, high, end);
  }

  private Amount amount(int at, Kind what, double from, double to, int until) {
    return new Amount(
        what, from, to, pieces.span(at, until), pieces.token(at), pieces.token(until - 1) + 1);
  }

  private int word(int piece) {
    return pieces.find(CARDINALS, piece);
  }

  /** "between 20 and 30", "from 20 to 30". */
  private @Nullable Amount bounded(int at, boolean between) {
    if (!number(at + 1)) {
      return null;
    }
    double first = low;
    int link = word(end);
    if (link != (between ? AND : TO) || !number(end + 1) || low <= first) {
      return null;
    }
    return amount(at, Kind.RANGE, magnitude(first, low), low, end);
  }

  /** "2 to 3 million" begins at two million. */
  private static double magnitude(double first, double second) {
    for (double scale : new double[] {1e9, 1e6, 1e3}) {
      if (first < 1000 && second >= scale) {
        return first * scale < second ? first * scale : first;
      }
    }
    return first;
  }

  /**
   * Words before a number; sets {@link #kind} to what they make of it.
   *
   * @return the piece after them, {@code at} if there are none
   */
  private int opening(int at) {
    int first = word(at);
    int second = word(at + 1);
    int third = word(at + 2);
    switch (first) {
      case ABOUT:
        kind = Kind.ABOUT;
        return at + 1;
      case CLOSE:
        kind = Kind.ABOUT;
        return second == TO ? at + 2 : at;
      case A, ESTIMATED, THE:
        int word = first == ESTIMATED ? at : at + 1;
        if (word(word) == ESTIMATED) {
          kind = Kind.ABOUT;
          return word + 1;
        }
        if (first != ESTIMATED && (second == MINIMUM || second == MAXIMUM) && third == OF) {
          kind = second == MINIMUM ? Kind.AT_LEAST : Kind.AT_MOST;
          return at + 3;
        }
        return at;
      case AT:
        kind = second == LEAST ? Kind.AT_LEAST : Kind.AT_MOST;
        if (second == THE && (third == LEAST || third == MOST)) {
          kind = third == LEAST ? Kind.AT_LEAST : Kind.AT_MOST;
          return at + 3;
        }
        return second == LEAST || second == MOST ? at + 2 : at;
      case MORE, LESS:
        kind = first == MORE ? Kind.AT_LEAST : Kind.AT_MOST;
        return second == THAN ? at + 2 : at;
      case OVER, UNDER:
        kind = first == OVER ? Kind.AT_LEAST : Kind.AT_MOST;
        return at + 1;
      case UP, UPWARDS:
        kind = first == UP ? Kind.AT_MOST : Kind.AT_LEAST;
        return second == (first == UP ? TO : OF) ? at + 2 : at;
      case NO:
        kind = second == MORE ? Kind.AT_MOST : Kind.AT_LEAST;
        return (second == MORE || second == LESS) && third == THAN ? at + 3 : at;
      case AS:
        kind = Kind.AT_MOST;
        return (second == MANY || second == MUCH) && third == AS ? at + 3 : at;
      case IN:
        kind = Kind.AT_LEAST;
        return second == EXCESS && third == OF ? at + 3 : at;
      default:
        return at;
    }
  }

  private void bound(Kind before) {
    switch (before) {
      case AT_LEAST -> {
        kind = Kind.AT_LEAST;
        high = Amount.OPEN;
      }
      case AT_MOST -> {
        kind = Kind.AT_MOST;
        high = high == Amount.OPEN ? Amount.OPEN : high;
        low = high == Amount.OPEN ? low : 0;
        kind = high == Amount.OPEN ? Kind.VAGUE : kind;
      }
      default -> kind = kind == Kind.EXACT ? Kind.ABOUT : kind;
    }
  }

  /** "or so", "or more", "-odd", "+", "at least", "at most" after a number. */
  private void closing() {
    int first = word(end);
    int second = word(end + 1);
    if (first == OR && second == SO) {
      kind = Kind.ABOUT;
      end += 2;
    } else if (first == OR && second == MORE) {
      bound(Kind.AT_LEAST);
      end += 2;
    } else if (first == OR && second == LESS) {
      bound(Kind.AT_MOST);
      end += 2;
    } else if (pieces.isHyphen(end) && second == ODD) {
      kind = Kind.ABOUT;
      end += 2;
    } else if (first == ODD || (first == PLUS && pieces.touchesPrevious(end))) {
      bound(first == ODD ? Kind.ABOUT : Kind.AT_LEAST);
      end += 1;
    } else if (pieces.isMark(end, '+') && pieces.touchesPrevious(end)) {
      bound(Kind.AT_LEAST);
      end += 1;
    }
  }

  /** A number, a range or a vague amount. */
  private boolean core(int at) {
    if (vague(at)) {
      return true;
    }
    if (!number(at)) {
      return false;
    }
    double first = low;
    int until = end;
    int link = word(until);
    boolean dashed = pieces.isDash(until) && pieces.touchesPrevious(until);
    if ((link == TO || link == OR || (dashed && pieces.touchesPrevious(until + 1)))
        && number(until + 1)
        && low > first
        && plausible(first, low)) {
      high = low;
      low = magnitude(first, high);
      kind = Kind.RANGE;
      return true;
    }
    low = first;
    high = first;
    end = until;
    kind = Kind.EXACT;
    return true;
  }

  /** "20 to 3,000" is two numbers, "10 or 1988" as well. */
  private static boolean plausible(double first, double second) {
    return second <= first * 20 || magnitude(first, second) > first;
  }

  /** "several", "a few hundred", "dozens of", "tens of thousands", "a couple". */
  private boolean vague(int at) {
    int code = word(at);
    int next = at;
    if (code == A || code == THE) {
      next = at + 1;
      code = word(next);
      if (code != FEW && code != COUPLE && code != HANDFUL) {
        return false;
      }
    }
    double plural = plural(code);
    if (plural > 0) {
      int of = word(next + 1);
      double more = of == OF ? plural(word(next + 2)) : 0;
      boolean stacked = more >= 1000 && plural <= 200;
      if ((code == SCORES || code == TENS) && of != OF) {
        return false;
      }
      return found(Kind.VAGUE, stacked ? plural * more / 2 : plural, next + (stacked ? 3 : 1));
    }
    double few =
        switch (code) {
          case FEW, COUPLE -> 2;
          case SEVERAL, HANDFUL, MANY -> 3;
          default -> 0;
        };
    if (few == 0) {
      return false;
    }
    int after = next + 1;
    if (word(after) == OF && code == COUPLE && multiplier(word(after + 1)) > 0) {
      after++;
    }
    double times = multiplier(word(after));
    double total = times > 0 ? few * times : few;
    int until = times > 0 ? after + 1 : next + 1;
    if (code == COUPLE) {
      found(Kind.ABOUT, total, until);
      high = low;
      return true;
    }
    return found(Kind.VAGUE, total, until);
  }

  private boolean found(Kind what, double least, int until) {
    kind = what;
    low = least;
    high = what == Kind.VAGUE ? Amount.OPEN : least;
    end = until;
    return true;
  }

  /** A number in figures or words; sets {@link #low} and {@link #end}. */
  private boolean number(int at) {
    if (at >= pieces.size() || pieces.kind(at) == Pieces.Kind.MARK) {
      return false;
    }
    return pieces.kind(at) == Pieces.Kind.DIGITS ? figures(at) : words(at);
  }

  private boolean figures(int at) {
    if (partOfAName(at)) {
      return false;
    }
    int next = at + 1;
    while (next - at < 10
        && pieces.isMark(next, ',')
        && pieces.touchesPrevious(next)
        && isDigits(next + 1)
        && pieces.touchesPrevious(next + 1)
        && pieces.end(next + 1) - pieces.begin(next + 1) == 3
        && pieces.end(at) - pieces.begin(at) <= 3) {
      next += 2;
    }
    double value = digits(at, next);
    if (value < 0) {
      return false;
    }
    if (pieces.isMark(next, '.')
        && pieces.touchesPrevious(next)
        && isDigits(next + 1)
        && pieces.touchesPrevious(next + 1)) {
      double part = digits(next + 1, next + 2);
      if (part >= 0) {
        value += part / Math.pow(10, pieces.end(next + 1) - (double) pieces.begin(next + 1));
        next += 2;
      }
    } else if (fraction(next + (pieces.isHyphen(next) ? 1 : 0)) > 0) {
      int from = next + (pieces.isHyphen(next) ? 1 : 0);
      value += fraction(from);
      next = from + 3;
    } else if (fraction(at) > 0) {
      value = fraction(at);
      next = at + 3;
    } else if (halfMark(next) > 0) {
      value += halfMark(next);
      next++;
    }
    if (pieces.touchesPrevious(next) && pieces.find(UNCOUNTED, next) >= 0) {
      return false;
    }
    return multiplied(at, value, next);
  }

  /** Endings that make digits a decade, an ordinal or a time of day. */
  private static final WordTable UNCOUNTED =
      new WordTable(new WordTable.Entry("st nd rd th s am pm a p", 1));

  /** Whether the digits belong to a name such as "F16" or "AK-47". */
  private boolean partOfAName(int at) {
    if (!pieces.touchesPrevious(at)) {
      return false;
    }
    if (pieces.kind(at - 1) == Pieces.Kind.WORD) {
      return true;
    }
    return pieces.isHyphen(at - 1)
        && at >= 2
        && pieces.kind(at - 2) == Pieces.Kind.WORD
        && word(at - 2) < 0
        && pieces.end(at - 2) - pieces.begin(at - 2) <= 5;
  }

  private boolean isDigits(int piece) {
    return piece < pieces.size() && pieces.kind(piece) == Pieces.Kind.DIGITS;
  }

  /** The digits of {@code [from, to)}, commas skipped; -1 if too many. */
  private double digits(int from, int to) {
    double value = 0;
    int count = 0;
    for (int i = from; i < to; i++) {
      if (pieces.kind(i) != Pieces.Kind.DIGITS) {
        continue;
      }
      String text = pieces.text(i);
      count += text.length();
      if (count > MAX_DIGITS) {
        return -1;
      }
      for (int k = 0; k < text.length(); k++) {
        value = value * 10 + (text.charAt(k) - '0');
      }
    }
    return value;
  }

  /** The value of a simple fraction ("1/2", "3/4") at that piece, 0 if there is none. */
  private double fraction(int at) {
    if (!isDigits(at)
        || !pieces.isMark(at + 1, '/')
        || !pieces.touchesPrevious(at + 1)
        || !isDigits(at + 2)
        || !pieces.touchesPrevious(at + 2)) {
      return 0;
    }
    double over = digits(at, at + 1);
    double under = digits(at + 2, at + 3);
    boolean simple = under == 2 || under == 3 || under == 4 || under == 5 || under == 8;
    return simple && over >= 1 && over < under ? over / under : 0;
  }

  private double halfMark(int at) {
    if (!pieces.touchesPrevious(at) || pieces.kind(at) != Pieces.Kind.MARK) {
      return 0;
    }
    return switch (pieces.first(at)) {
      case '½' -> 0.5;
      case '¼' -> 0.25;
      case '¾' -> 0.75;
      default -> 0;
    };
  }

  /** "million" and the like after figures. */
  private boolean multiplied(int at, double value, int next) {
    boolean hyphen = pieces.isHyphen(next);
    int code = word(hyphen ? next + 1 : next);
    double times = multiplier(code);
    boolean attached = pieces.touchesPrevious(next);
    boolean usable =
        code == M || code == K
            ? attached && !hyphen && (code == K || afterCurrency(at))
            : code != BN && code != MN || !hyphen;
    if (times > 0 && usable) {
      value *= times;
      next += hyphen ? 2 : 1;
    } else if (code == AND && half(next + (hyphen ? 2 : 1)) > 0) {
      value += 0.5;
      next = half(next + (hyphen ? 2 : 1));
    }
    low = value;
    high = value;
    end = next;
    return true;
  }

  private boolean afterCurrency(int at) {
    return at > 0
        && pieces.kind(at - 1) == Pieces.Kind.MARK
        && Character.getType(pieces.first(at - 1)) == Character.CURRENCY_SYMBOL;
  }

  /** The piece after "a half", 0 if there is none at that piece. */
  private int half(int at) {
    int next = at;
    if (word(next) == A) {
      next += pieces.isHyphen(next + 1) ? 2 : 1;
    }
    return word(next) == HALF ? next + 1 : 0;
  }

  private boolean words(int at) {
    int code = word(at);
    if (code == HALF) {
      double times = word(at + 1) == A ? multiplier(word(at + 2)) : 0;
      low = times / 2;
      end = at + 3;
      return times > 0;
    }
    boolean article = code == A;
    if (article ? multiplier(word(at + 1)) <= 1 || word(at + 1) >= BN : code < 0 || code > DOZEN) {
      return false;
    }
    double total = 0;
    double current = article ? 1 : -1;
    double lastTimes = Double.MAX_VALUE;
    int next = article ? at + 1 : at;
    int until = at;
    while (true) {
      int joined = until > at && pieces.isHyphen(next) ? next + 1 : next;
      int word = word(joined);
      if (word == AND && until > at) {
        int after = joined + (pieces.isHyphen(joined + 1) ? 2 : 1);
        if (half(after) > 0) {
          total += 0.5;
          until = half(after);
          break;
        }
        boolean round = current < 0 ? total > 0 : current >= 100 && current % 100 == 0;
        if (!round || word(after) < 1 || word(after) >= HUNDRED) {
          break;
        }
        joined = after;
        word = word(joined);
      }
      if (word >= 0 && word < HUNDRED) {
        boolean fits =
            current < 0
                || (current >= 100 && current % 100 == 0)
                || (current >= 20 && current % 100 >= 20 && current % 10 == 0 && word < 10);
        if (!fits || (until > at && word == 0)) {
          break;
        }
        current = Math.max(current, 0) + word;
      } else if (word == HUNDRED || word == DOZEN) {
        if (current >= 100 || (current < 0 && until > at) || current == 0) {
          break;
        }
        current = (current < 0 ? 1 : current) * multiplier(word);
      } else if (word > HUNDRED && word < DOZEN) {
        double times = multiplier(word);
        if (times >= lastTimes || current == 0 || (current < 0 && until > at)) {
          break;
        }
        total += (current < 0 ? 1 : current) * times;
        current = -1;
        lastTimes = times;
      } else {
        break;
      }
      next = joined + 1;
      until = next;
    }
    low = total + Math.max(current, 0);
    high = low;
    end = until;
    return until > at;
  }
}
