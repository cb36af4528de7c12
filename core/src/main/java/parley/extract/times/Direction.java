package parley.extract.times;

/** Where a date lies that its words leave open, as seen from the report's date. */
enum Direction {
  PAST,
  FUTURE,
  UNKNOWN
}
