package parley.language;

import parley.language.WordTable.Entry;

/** The words from which amounts are made, as codes. */
final class NumberWords {

  /** Codes below are the number that the word names. */
  static final int HUNDRED = 100;

  static final int THOUSAND = 101;
  static final int MILLION = 102;
  static final int BILLION = 103;
  static final int TRILLION = 104;
  static final int DOZEN = 105;
  static final int AND = 110;
  static final int A = 111;
  static final int HALF = 112;
  static final int TO = 113;
  static final int OR = 114;
  static final int BETWEEN = 115;
  static final int FROM = 116;
  static final int OF = 117;
  static final int QUARTER = 118;
  static final int QUARTERS = 119;
  // Plural amounts.
  static final int TENS = 120;
  static final int DOZENS = 121;
  static final int SCORES = 122;
  static final int HUNDREDS = 123;
  static final int THOUSANDS = 124;
  static final int MILLIONS = 125;
  static final int BILLIONS = 126;
  static final int FEW = 130;
  static final int SEVERAL = 131;
  static final int COUPLE = 132;
  static final int HANDFUL = 133;
  static final int MANY = 134;
  // Words that blur or bound the number after them.
  static final int ABOUT = 140;
  static final int CLOSE = 141;
  static final int AT = 142;
  static final int LEAST = 143;
  static final int MOST = 144;
  static final int MORE = 145;
  static final int THAN = 146;
  static final int OVER = 147;
  static final int LESS = 148;
  static final int UNDER = 149;
  static final int UP = 150;
  static final int UPWARDS = 151;
  static final int NO = 152;
  static final int AS = 153;
  static final int MUCH = 154;
  static final int IN = 155;
  static final int EXCESS = 156;
  static final int MINIMUM = 157;
  static final int MAXIMUM = 158;
  static final int ESTIMATED = 159;
  static final int SO = 160;
  static final int ODD = 161;
  static final int PLUS = 162;
  // Abbreviated multipliers.
  static final int BN = 163;
  static final int MN = 164;
  static final int K = 165;
  static final int M = 166;
  static final int THE = 167;
  static final int OTHER = 168;

  static final WordTable CARDINALS =
      new WordTable(
          new Entry("zero", 0),
          new Entry("one", 1),
          new Entry("two", 2),
          new Entry("three", 3),
          new Entry("four", 4),
          new Entry("five", 5),
          new Entry("six", 6),
          new Entry("seven", 7),
          new Entry("eight", 8),
          new Entry("nine", 9),
          new Entry("ten", 10),
          new Entry("eleven", 11),
          new Entry("twelve", 12),
          new Entry("thirteen", 13),
          new Entry("fourteen", 14),
          new Entry("fifteen", 15),
          new Entry("sixteen", 16),
          new Entry("seventeen", 17),
          new Entry("eighteen", 18),
          new Entry("nineteen", 19),
          new Entry("twenty", 20),
          new Entry("thirty", 30),
          new Entry("forty fourty", 40),
          new Entry("fifty", 50),
          new Entry("sixty", 60),
          new Entry("seventy", 70),
          new Entry("eighty", 80),
          new Entry("ninety", 90),
          new Entry("hundred", HUNDRED),
          new Entry("thousand", THOUSAND),
          new Entry("million", MILLION),
          new Entry("billion", BILLION),
          new Entry("trillion", TRILLION),
          new Entry("dozen", DOZEN),
          new Entry("and", AND),
          new Entry("a an", A),
          new Entry("half", HALF),
          new Entry("to", TO),
          new Entry("or", OR),
          new Entry("between", BETWEEN),
          new Entry("from", FROM),
          new Entry("of", OF),
          new Entry("quarter", QUARTER),
          new Entry("quarters", QUARTERS),
          new Entry("tens", TENS),
          new Entry("dozens", DOZENS),
          new Entry("scores", SCORES),
          new Entry("hundreds", HUNDREDS),
          new Entry("thousands", THOUSANDS),
          new Entry("millions", MILLIONS),
          new Entry("billions", BILLIONS),
          new Entry("few", FEW),
          new Entry("several", SEVERAL),
          new Entry("couple", COUPLE),
          new Entry("handful", HANDFUL),
          new Entry("many numerous countless", MANY),
          new Entry("about around approximately roughly some nearly almost circa", ABOUT),
          new Entry("close", CLOSE),
          new Entry("at", AT),
          new Entry("least", LEAST),
          new Entry("most", MOST),
          new Entry("more greater", MORE),
          new Entry("than", THAN),
          new Entry("over above exceeding", OVER),
          new Entry("less fewer", LESS),
          new Entry("under below", UNDER),
          new Entry("up", UP),
          new Entry("upwards upward", UPWARDS),
          new Entry("no not", NO),
          new Entry("as", AS),
          new Entry("much", MUCH),
          new Entry("in", IN),
          new Entry("excess", EXCESS),
          new Entry("minimum", MINIMUM),
          new Entry("maximum", MAXIMUM),
          new Entry("estimated", ESTIMATED),
          new Entry("so", SO),
          new Entry("odd", ODD),
          new Entry("plus", PLUS),
          new Entry("bn", BN),
          new Entry("mn", MN),
          new Entry("k", K),
          new Entry("m", M),
          new Entry("the", THE),
          new Entry("other", OTHER));

  static final WordTable ORDINALS =
      new WordTable(
          new Entry("first", 1),
          new Entry("second", 2),
          new Entry("third", 3),
          new Entry("fourth", 4),
          new Entry("fifth", 5),
          new Entry("sixth", 6),
          new Entry("seventh", 7),
          new Entry("eighth", 8),
          new Entry("ninth", 9),
          new Entry("tenth", 10),
          new Entry("eleventh", 11),
          new Entry("twelfth", 12),
          new Entry("thirteenth", 13),
          new Entry("fourteenth", 14),
          new Entry("fifteenth", 15),
          new Entry("sixteenth", 16),
          new Entry("seventeenth", 17),
          new Entry("eighteenth", 18),
          new Entry("nineteenth", 19),
          new Entry("twentieth", 20),
          new Entry("thirtieth", 30),
          new Entry("fortieth", 40),
          new Entry("fiftieth", 50),
          new Entry("sixtieth", 60),
          new Entry("seventieth", 70),
          new Entry("eightieth", 80),
          new Entry("ninetieth", 90),
          new Entry("hundredth", 100),
          new Entry("thousandth", 1000));

  static final WordTable ORDINAL_ENDINGS = new WordTable(new Entry("st nd rd th", 1));

  /** What the multiplier multiplies by; 0 if the code is none. */
  static double multiplier(int code) {
    return switch (code) {
      case HUNDRED -> 1e2;
      case THOUSAND, K -> 1e3;
      case MILLION, MN, M -> 1e6;
      case BILLION, BN -> 1e9;
      case TRILLION -> 1e12;
      case DOZEN -> 12;
      default -> 0;
    };
  }

  /** The least that a plural amount ("dozens") allows: two of its kind; 0 if the code is none. */
  static double plural(int code) {
    return switch (code) {
      case TENS -> 20;
      case DOZENS -> 24;
      case SCORES -> 40;
      case HUNDREDS -> 200;
      case THOUSANDS -> 2e3;
      case MILLIONS -> 2e6;
      case BILLIONS -> 2e9;
      default -> 0;
    };
  }

  private NumberWords() {}
}
