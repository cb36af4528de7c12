package parley.extract.times;

/** A part of a day, as TIMEX3 writes it after the date. */
enum DayPart {
  MORNING("TMO"),
  AFTERNOON("TAF"),
  EVENING("TEV"),
  NIGHT("TNI"),
  NOON("T12:00"),
  MIDNIGHT("T24:00"),
  DAWN("TMO"),
  DUSK("TEV"),
  LUNCHTIME("TMI");

  /** What stands after the date. */
  final String suffix;

  private static final DayPart[] ALL = values();

  DayPart(String suffix) {
    this.suffix = suffix;
  }

  static DayPart of(int ordinal) {
    return ALL[ordinal];
  }
}
