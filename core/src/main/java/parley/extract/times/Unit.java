package parley.extract.times;

/** A unit of time, smallest first. */
enum Unit {
  SECOND("S", true, 1),
  MINUTE("M", true, 1),
  HOUR("H", true, 1),
  DAY("D", false, 1),
  WEEK("W", false, 1),
  FORTNIGHT("W", false, 2),
  WEEKEND("WE", false, 1),
  MONTH("M", false, 1),
  QUARTER("Q", false, 1),
  YEAR("Y", false, 1),
  DECADE("Y", false, 10),
  CENTURY("Y", false, 100),
  MILLENNIUM("Y", false, 1000);

  /** The letter in a TIMEX3 duration. */
  final String letter;

  /** Whether the letter stands after the T of a duration. */
  final boolean clock;

  /** How many of the letter's unit make one. */
  final int factor;

  private static final Unit[] ALL = values();

  Unit(String letter, boolean clock, int factor) {
    this.letter = letter;
    this.clock = clock;
    this.factor = factor;
  }

  static Unit of(int ordinal) {
    return ALL[ordinal];
  }

  /** The duration of an unknown number of the unit, as TIMEX3 writes it. */
  String vague() {
    return (clock ? "PTX" : "PX") + letter;
  }
}
