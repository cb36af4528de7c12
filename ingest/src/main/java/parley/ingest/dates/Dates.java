package parley.ingest.dates;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import parley.text.Timestamp;

/**
 * Reads a date, with time of day and zone where they are given, from the forms that people and
 * programs write: ISO 8601, RFC 822, month names in a dozen languages, numeric dates, Unix time.
 *
 * <p>What stands for "no date" in data (0001-01-01, 1970-01-01) is not a date.
 */
public final class Dates {

  /** Which of two small numbers is the day. */
  public enum Order {
    DAY_FIRST,
    MONTH_FIRST
  }

  private static final int LONGEST = 160;

  /** No form has fewer: a day and the last two of a year. */
  private static final int FEWEST_DIGITS = 3;

  private static final int FIRST_YEAR = 1700;
  private static final int LAST_YEAR = 2200;

  private static final Pattern SPACES = Pattern.compile("\\s+");

  private static final Pattern ISO =
      Pattern.compile(
          "(\\d{4})[-/](\\d{1,2})[-/](\\d{1,2})(?:(?:[t_]| {1,3}|,"
              + " )(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:[.,]\\d{1,9})?)?)?");

  private static final Pattern BASIC =
      Pattern.compile("(\\d{4})(\\d{2})(\\d{2})(?:t?(\\d{2})(\\d{2})(\\d{2})?)?(?!\\d)");

  private static final Pattern UNIX = Pattern.compile("1\\d{9}(?:\\d{3})?");

  private static final Pattern CJK =
      Pattern.compile(
          "(\\d{4}) ?[\u5e74\ub144] ?(\\d{1,2}) ?[\u6708\uc6d4] ?(\\d{1,2}) ?[\u65e5\uc77c]");

  private static final Pattern DAY_MONTH =
      Pattern.compile(
          "(?<![\\d:])(\\d{1,2})(?:st|nd|rd|th|er|\u00ba|\u00b0)?[., -]{0,2}(?:of |de"
              + " |d')?\\b(\\p{L}{3,12})\\b[.,]{0,2}[ -]{0,2}(?:de |del"
              + " )?(\\d{4}|'?\\d{2}(?![\\d:]))");

  private static final Pattern MONTH_DAY =
      Pattern.compile(
          "\\b(\\p{L}{3,12})\\b[. ]{0,2} ?(\\d{1,2})(?:st|nd|rd|th)?(?:,| |, | /?"
              + " ?\\d{1,2}:\\d{2},? )[ ]?(\\d{4})(?!:)");

  private static final Pattern NUMBERS =
      Pattern.compile("(?<![\\d.:/-])(\\d{1,2})([./-])(\\d{1,2})\\2(\\d{4}|\\d{2})(?![\\d:])");

  private static final Pattern TIME =
      Pattern.compile(
          "(?<![\\d:.])([01]?\\d|2[0-3])[:h]([0-5]\\d)(?::([0-5]\\d))?(?:\\.\\d+)?(?! ?[./]\\d)(?:"
              + " ?([ap])\\.?m\\b\\.?)?");

  private static final Pattern HOUR = Pattern.compile("\\b(1[0-2]|[1-9]) ?([ap])\\.?m\\b");

  private static final Pattern OFFSET =
      Pattern.compile(
          "(?:\\d|utc|gmt|\\s)\\s?\\(?([+\\-\u2212])(\\d{1,2}):?(\\d{2})?(?!\\d|[-/.])");

  private static final Pattern ZONE =
      Pattern.compile(
          "(?<=\\d|\\s|[(])(z|utc|gmt|est|edt|cst|cdt|mst|mdt|pst|pdt|bst|cet|cest|eet|eest|msk|jst|kst|hkt|sgt|pkt|aest|aedt|nzst|nzdt|wib|sast|eat|wat)\\b");

  private Dates() {}

  /** The date in a text; null if there is none. */
  public static @Nullable Timestamp parse(String text, Order order) {
    String s = text.strip();
    if (s.length() > LONGEST) {
      s = s.substring(0, LONGEST);
    }
    if (digits(s) < FEWEST_DIGITS) {
      return null;
    }
    if (UNIX.matcher(s).matches()) {
      long value = Long.parseLong(s);
      return of(
          Instant.ofEpochMilli(s.length() > 10 ? value : value * 1000).atOffset(ZoneOffset.UTC));
    }
    s = s.toLowerCase(Locale.ROOT).replace('\u00a0', ' ');
    s = SPACES.matcher(s).replaceAll(" ");
    Matcher iso = ISO.matcher(s);
    if (iso.find()) {
      return stamp(s, iso, iso.end());
    }
    Matcher basic = BASIC.matcher(s);
    if (basic.lookingAt()) {
      return stamp(s, basic, basic.end());
    }
    LocalDate date = day(s, order);
    if (date == null) {
      return null;
    }
    LocalTime time = time(s);
    return make(date, time, time == null ? null : zone(s));
  }

  private static int digits(String s) {
    int n = 0;
    for (int i = 0; i < s.length(); i++) {
      char c = s.charAt(i);
      n += c >= '0' && c <= '9' ? 1 : 0;
    }
    return n;
  }

  private static @Nullable Timestamp stamp(String s, Matcher m, int end) {
    LocalDate date = date(number(m.group(1)), number(m.group(2)), number(m.group(3)));
    if (date == null) {
      return null;
    }
    if (m.group(4) == null) {
      LocalTime time = time(s.substring(end));
      return make(date, time, time == null ? null : zone(s.substring(end)));
    }
    int second = m.group(6) == null ? 0 : number(m.group(6));
    int hour = number(m.group(4));
    String rest = s.substring(end);
    if (hour < 12 && rest.stripLeading().startsWith("pm")) {
      hour += 12;
    }
    if (hour > 23 || second > 59 || number(m.group(5)) > 59) {
      return make(date, null, null);
    }
    return make(date, LocalTime.of(hour, number(m.group(5)), second), zone("0" + rest));
  }

  private static @Nullable LocalDate day(String s, Order order) {
    Matcher cjk = CJK.matcher(s);
    if (cjk.find()) {
      return date(number(cjk.group(1)), number(cjk.group(2)), number(cjk.group(3)));
    }
    Matcher dayMonth = DAY_MONTH.matcher(s);
    int from = 0;
    while (dayMonth.find(from)) {
      int month = Months.of(dayMonth.group(2));
      if (month > 0) {
        return date(year(dayMonth.group(3).replace("'", "")), month, number(dayMonth.group(1)));
      }
      from = dayMonth.start() + 1;
    }
    Matcher monthDay = MONTH_DAY.matcher(s);
    from = 0;
    while (monthDay.find(from)) {
      int month = Months.of(monthDay.group(1));
      if (month > 0) {
        return date(year(monthDay.group(3)), month, number(monthDay.group(2)));
      }
      from = monthDay.start() + 1;
    }
    Matcher numbers = NUMBERS.matcher(s);
    while (numbers.find()) {
      int first = number(numbers.group(1));
      int second = number(numbers.group(3));
      boolean dayFirst =
          first > 12
              || (second <= 12 && (order == Order.DAY_FIRST || numbers.group(2).equals(".")));
      LocalDate found =
          dayFirst
              ? date(year(numbers.group(4)), second, first)
              : date(year(numbers.group(4)), first, second);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  private static @Nullable LocalTime time(String s) {
    Matcher m = TIME.matcher(s);
    if (m.find()) {
      int hour = number(m.group(1));
      if (m.group(4) != null && hour <= 12) {
        hour = hour % 12 + (m.group(4).equals("p") ? 12 : 0);
      }
      return LocalTime.of(hour, number(m.group(2)), m.group(3) == null ? 0 : number(m.group(3)));
    }
    Matcher hour = HOUR.matcher(s);
    if (hour.find()) {
      return LocalTime.of(number(hour.group(1)) % 12 + (hour.group(2).equals("p") ? 12 : 0), 0);
    }
    return null;
  }

  private static @Nullable ZoneOffset zone(String s) {
    Matcher offset = OFFSET.matcher(s);
    if (offset.find()) {
      int hours = number(offset.group(2));
      int minutes = offset.group(3) == null ? 0 : number(offset.group(3));
      int sign = offset.group(1).equals("+") ? 1 : -1;
      if (hours <= 14 && minutes < 60) {
        return ZoneOffset.ofTotalSeconds(sign * (hours * 3600 + minutes * 60));
      }
    }
    Matcher name = ZONE.matcher(s);
    return name.find() ? Zones.of(name.group(1)) : null;
  }

  private static int year(String digits) {
    int n = number(digits);
    return digits.length() == 2 ? (n < 70 ? 2000 + n : 1900 + n) : n;
  }

  private static int number(String digits) {
    return Integer.parseInt(digits);
  }

  private static @Nullable LocalDate date(int year, int month, int day) {
    if (year < FIRST_YEAR || year > LAST_YEAR) {
      return null;
    }
    try {
      return LocalDate.of(year, month, day);
    } catch (DateTimeException notADate) {
      return null;
    }
  }

  private static @Nullable Timestamp of(OffsetDateTime at) {
    return make(at.toLocalDate(), at.toLocalTime().withNano(0), at.getOffset());
  }

  private static @Nullable Timestamp make(
      LocalDate date, @Nullable LocalTime time, @Nullable ZoneOffset zone) {
    if (date.toEpochDay() == 0 || date.toEpochDay() == -1 && time != null) {
      // Second zero of Unix time, in whatever zone.
      return null;
    }
    return new Timestamp(date, time, time == null ? null : zone);
  }
}
