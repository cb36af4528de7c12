package parley.extract.times;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import parley.language.WordTable;

/** The words from which time expressions are made, with their class and number. */
final class Lexicon {

  /** What a word may be; a word of no class is only compared by its letters. */
  enum Kind {
    NONE,
    /** January is 1. */
    MONTH,
    /** Monday is 1. */
    WEEKDAY,
    WEEKDAYS,
    /** {@link Unit} by ordinal. */
    UNIT,
    UNITS,
    /** 0 is spring. */
    SEASON,
    SEASONS,
    /** {@link DayPart} by ordinal. */
    DAYPART,
    DAYPARTS,
    /** May begin an amount. */
    AMOUNT,
    /** "first" is 1. */
    ORDINAL,
    /** "twenties" is 20. */
    DECADE,
    /** Hours from UTC, plus 12. */
    ZONE,
    /** How often, as the ordinal of a {@link Unit}. */
    SET
  }

  /**
   * A word of the table.
   *
   * @param begins whether an expression may begin with it
   */
  record Entry(String word, Kind kind, int number, boolean begins) {}

  static final Entry NOTHING = new Entry("", Kind.NONE, -1, false);

  private static final Set<String> BEGINNINGS =
      Set.of(
          ("the this that these those last past previous prior preceding next coming following "
                  + "ensuing current latest recent each every another early late mid earlier later "
                  + "today yesterday tomorrow tonight overnight now nowadays currently presently "
                  + "recently lately right as fiscal its their his her our comparable corresponding "
                  + "christmas easter thanksgiving independence labor memorial veterans valentine "
                  + "halloween new boxing good palm bastille election")
              .split(" "));

  private static final List<Entry> ENTRIES = new ArrayList<>();
  private static final Set<String> KNOWN = new HashSet<>();
  private static final WordTable TABLE;

  static {
    numbered(
        Kind.MONTH,
        1,
        "january jan, february feb, march mar, april apr, may, june jun, july jul, august aug, "
            + "september sept sep, october oct, november nov, december dec");
    numbered(
        Kind.WEEKDAY,
        1,
        "monday mon, tuesday tue tues, wednesday wed, thursday thu thur thurs, friday fri, "
            + "saturday sat, sunday sun");
    numbered(
        Kind.WEEKDAYS, 1, "mondays, tuesdays, wednesdays, thursdays, fridays, saturdays, sundays");
    numbered(
        Kind.UNIT,
        1,
        "minute, hour hr, day, week, fortnight, weekend, month, quarter, year yr, decade, century, "
            + "millennium");
    numbered(
        Kind.UNITS,
        0,
        "seconds secs, minutes mins, hours hrs, days, weeks, fortnights, weekends, months, "
            + "quarters, years yrs, decades, centuries, millennia millenniums");
    numbered(Kind.SEASON, 0, "spring, summer, fall autumn, winter");
    numbered(Kind.SEASONS, 0, "springs, summers, autumns, winters");
    numbered(
        Kind.DAYPART,
        0,
        "morning, afternoon, evening, night nighttime, noon midday noontime, midnight, "
            + "dawn daybreak sunrise, dusk nightfall sunset, lunchtime");
    numbered(Kind.DAYPARTS, 0, "mornings, afternoons, evenings, nights");
    numbered(
        Kind.ORDINAL,
        1,
        "first, second, third, fourth, fifth, sixth, seventh, eighth, ninth, tenth, eleventh, "
            + "twelfth, thirteenth, fourteenth, fifteenth, sixteenth, seventeenth, eighteenth, "
            + "nineteenth, twentieth");
    numbered(Kind.ORDINAL, 30, "thirtieth");
    decades("twenties thirties forties fifties sixties seventies eighties nineties");
    numbered(
        Kind.SET,
        2,
        "hourly, daily nightly, weekly, fortnightly, weekends, monthly, quarterly, "
            + "annually yearly");
    numbered(Kind.ZONE, 4, "pdt pst, mst, cst, est, edt");
    numbered(Kind.ZONE, 12, "gmt utc z, bst cet, cest eet, eest msk");
    plain(
        Kind.AMOUNT,
        "a an one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
            + "fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy "
            + "eighty ninety hundred thousand dozen couple dozens scores tens hundreds thousands "
            + "few several handful many about around approximately roughly nearly almost some over "
            + "under less fewer more no not exceeding close estimated between upwards at up half "
            + "as only just");
    plain(
        Kind.NONE,
        "ahead afterward exactly opening post single very "
            + "the this that these those last past previous prior preceding next coming "
            + "following ensuing current same latest recent each every another additional extra "
            + "further other early late mid earlier later end beginning middle start turn rest "
            + "remainder of ago before after from hence in on by until till since during to and "
            + "or so than through throughout today yesterday tomorrow tonight overnight now "
            + "nowadays currently recently future soon near immediate foreseeable presently o "
            + "clock p m s am pm gmt period fiscal full eve old long aged time times right "
            + "straight consecutive successive whole entire solid trading business working "
            + "calendar ended ending corresponding comparable its his her their our my day week "
            + "christmas easter thanksgiving independence labor memorial veterans valentine "
            + "halloween new boxing good palm may bastille noon local least most possible said "
            + "year election lately midweek once twice thrice shortly academic school days years "
            + "hours remaining previously age dawn century quarter midnight");
    List<WordTable.Entry> table = new ArrayList<>();
    for (int i = 0; i < ENTRIES.size(); i++) {
      table.add(new WordTable.Entry(ENTRIES.get(i).word(), i));
    }
    TABLE = new WordTable(table.toArray(new WordTable.Entry[0]));
  }

  private Lexicon() {}

  private static void numbered(Kind kind, int first, String groups) {
    int number = first;
    for (String group : groups.split(", ")) {
      for (String word : group.split(" ")) {
        add(word, kind, number);
      }
      number++;
    }
  }

  private static void decades(String words) {
    int number = 20;
    for (String word : words.split(" ")) {
      add(word, Kind.DECADE, number);
      number += 10;
    }
  }

  private static void plain(Kind kind, String words) {
    for (String word : words.split(" ")) {
      add(word, kind, 0);
    }
  }

  /** The first class that a word is given stays. */
  private static void add(String word, Kind kind, int number) {
    if (KNOWN.add(word)) {
      boolean begins = kind != Kind.NONE && kind != Kind.ZONE || BEGINNINGS.contains(word);
      ENTRIES.add(new Entry(word, kind, number, begins));
    }
  }

  static WordTable table() {
    return TABLE;
  }

  static Entry entry(int code) {
    return code < 0 ? NOTHING : ENTRIES.get(code);
  }
}
