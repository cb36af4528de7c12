package parley.extract.times;

/** Lengths of time as TIMEX3 writes them. */
final class Lengths {

  private Lengths() {}

  /** "P10D", "PT5H30M", "P2Y6M", "P20Y" for two decades. */
  static String value(double count, Unit unit) {
    double n = count * unit.factor;
    long whole = (long) Math.floor(n);
    double rest = n - whole;
    if (rest < 1e-9) {
      return (unit.clock ? "PT" : "P") + whole + unit.letter;
    }
    String head = whole == 0 ? "" : whole + unit.letter;
    return switch (unit) {
      case SECOND -> "PT" + (whole + 1) + "S";
      case MINUTE -> "PT" + head + Math.round(rest * 60) + "S";
      case HOUR -> "PT" + head + Math.round(rest * 60) + "M";
      case DAY -> "P" + head + "T" + Math.round(rest * 24) + "H";
      case WEEK, FORTNIGHT, WEEKEND -> "P" + Math.round(n * 7) + "D";
      case MONTH -> "P" + head + Math.round(rest * 30) + "D";
      case QUARTER -> "P" + Math.round(n * 3) + "M";
      case YEAR, DECADE, CENTURY, MILLENNIUM ->
          Math.round(rest * 12) == 0 ? "P" + whole + "Y" : "P" + head + Math.round(rest * 12) + "M";
    };
  }

  /** The length with a smaller one after it: "P1Y" and "P6M" are "P1Y6M". */
  static String sum(String larger, String smaller) {
    if (smaller.startsWith("PT")) {
      return larger.contains("T") ? larger + smaller.substring(2) : larger + smaller.substring(1);
    }
    return larger + smaller.substring(1);
  }

  /** About how many days the unit has. */
  static double days(Unit unit) {
    return switch (unit) {
      case SECOND, MINUTE, HOUR -> 0;
      case DAY -> 1;
      case WEEK, WEEKEND -> 7;
      case FORTNIGHT -> 14;
      case MONTH -> 30;
      case QUARTER -> 91;
      case YEAR -> 365.25;
      case DECADE -> 3652.5;
      case CENTURY -> 36525;
      case MILLENNIUM -> 365250;
    };
  }
}
