package parley.world;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Reads the lines of a GeoNames dump (allCountries, cities500 and the like): tab-separated; name in
 * the second column, then ASCII name, other names by commas, latitude, longitude, class, code,
 * country, other countries, region's code, …, population in the fifteenth. Populated places and
 * divisions of states are kept, by their names in Latin letters. Not safe for many threads.
 */
public final class GeoNames {

  /** A line that is none of a dump; the message says why. */
  public static final class BadLineException extends Exception {
    private static final long serialVersionUID = 1;

    BadLineException(String what) {
      super(what);
    }
  }

  private static final int COLUMNS = 15;
  private static final int MOST_REGIONS = 0xffff;

  /** What stands for a kind of division in its name: "Hama Governorate" is called Hama, too. */
  private static final Set<String> DIVISIONS =
      Set.of(
          "province",
          "governorate",
          "region",
          "department",
          "district",
          "state",
          "oblast",
          "county",
          "prefecture",
          "division",
          "republic",
          "canton",
          "municipality",
          "autonomous",
          "parish");

  private final Map<String, Integer> regionNumbers = new HashMap<>();
  private final Map<Integer, String> regionNames = new LinkedHashMap<>();

  /** Other names of regions by their code, for dumps that hold towns alone. */
  private final Map<String, String> known;

  /** Reads dumps that name their own regions. */
  public GeoNames() {
    this(Map.of());
  }

  /**
   * @param known names of regions by code ("SY.07"), for those that the dump does not name
   */
  public GeoNames(Map<String, String> known) {
    this.known = known;
  }

  /**
   * The names of the place in a line, empty for what is no such place (a lake, a hotel).
   *
   * @throws BadLineException if the line is none of a dump
   */
  public List<PlaceRow> rows(String line) throws BadLineException {
    String[] f = line.split("\t", -1);
    if (f.length < COLUMNS) {
      throw new BadLineException(
          "has " + f.length + (f.length == 1 ? " column" : " columns") + ", not 19 as GeoNames'");
    }
    Place.Kind kind = kind(f[6], f[7]);
    if (kind == null) {
      return List.of();
    }
    if (f[8].length() != 2) {
      if (f[8].isEmpty()) {
        // Disputed or undersea: of no country.
        return List.of();
      }
      throw new BadLineException("country '" + f[8] + "' is no code of two letters");
    }
    boolean placed = !f[4].isEmpty() || kind.isTown();
    double latitude = placed ? number(f[4], "latitude", 90) : Double.NaN;
    double longitude = placed ? number(f[5], "longitude", 180) : Double.NaN;
    double people = f[14].isEmpty() ? 0 : number(f[14], "population", Double.MAX_VALUE);
    String code = f[8] + "." + f[10];
    int region = f[10].isEmpty() ? 0 : region(code);
    if (kind == Place.Kind.REGION && region > 0) {
      regionNames.put(region, f[1]);
    }
    byte[] facts = PlaceRow.facts(kind, f[8], region, latitude, longitude, people);
    Set<String> names = new TreeSet<>();
    add(names, f[1], kind);
    add(names, f[2], kind);
    for (String other : f[3].split(",", -1)) {
      if (!isCode(other)) {
        add(names, other, kind);
      }
    }
    List<PlaceRow> rows = new ArrayList<>();
    for (String name : names) {
      rows.add(PlaceRow.of(name, facts));
    }
    return rows;
  }

  /**
   * The regions met so far, each as code and name, by number from 1 on; a region without a name has
   * an empty one.
   */
  public List<String[]> regions() {
    String[][] all = new String[regionNumbers.size()][];
    regionNumbers.forEach(
        (code, n) -> {
          String name = regionNames.get(n);
          all[n - 1] = new String[] {code, name == null ? known.getOrDefault(code, "") : name};
        });
    return List.of(all);
  }

  private int region(String code) {
    Integer n = regionNumbers.get(code);
    if (n == null) {
      n = regionNumbers.size() + 1;
      if (n > MOST_REGIONS) {
        return 0;
      }
      regionNumbers.put(code, n);
    }
    return n;
  }

  private static Place.@Nullable Kind kind(String type, String code) {
    if (type.equals("P") && !code.equals("PPLH")) {
      return code.equals("PPLC") ? Place.Kind.CAPITAL : Place.Kind.CITY;
    }
    if (type.equals("A") && code.startsWith("ADM") && !code.endsWith("H")) {
      return code.equals("ADM1") ? Place.Kind.REGION : Place.Kind.DISTRICT;
    }
    return null;
  }

  private static double number(String text, String what, double most) throws BadLineException {
    double value;
    try {
      value = Double.parseDouble(text);
    } catch (NumberFormatException e) {
      throw new BadLineException(what + " '" + text + "' is no number");
    }
    if (!(Math.abs(value) <= most)) {
      throw new BadLineException(what + " " + text + " is out of range");
    }
    return value;
  }

  /** "BEY": the codes of airports and stations stand among the names. */
  private static boolean isCode(String name) {
    return name.length() <= 3 && name.equals(name.toUpperCase(Locale.ROOT));
  }

  private static void add(Set<String> names, String name, Place.Kind kind) {
    String key = key(name);
    if (PlaceRow.isKept(key)) {
      names.add(key);
    }
    if (!kind.isTown()) {
      String bare = withoutDivision(key);
      if (PlaceRow.isKept(bare)) {
        names.add(bare);
      }
    }
  }

  /** A folded name without the words for a division at its end or before "of". */
  static String withoutDivision(String key) {
    String bare = key;
    for (int space = bare.lastIndexOf(' ');
        space > 0 && DIVISIONS.contains(bare.substring(space + 1));
        space = bare.lastIndexOf(' ')) {
      bare = bare.substring(0, space);
    }
    int of = bare.indexOf(" of ");
    return of > 0 && DIVISIONS.contains(bare.substring(0, of)) ? bare.substring(of + 4) : bare;
  }

  /** Whether the word, in lower case, is one for a division of a state ("province"). */
  public static boolean isDivision(String word) {
    return DIVISIONS.contains(word);
  }

  /** The words of a name folded, single spaces between them. */
  static String key(String name) {
    StringBuilder out = new StringBuilder();
    int from = 0;
    for (int i = 0; i <= name.length(); i++) {
      char c = i == name.length() ? ' ' : name.charAt(i);
      if (c == '-' || Character.isWhitespace(c)) {
        if (i > from) {
          String plain = NameKey.plain(name.substring(from, i));
          out.append(out.length() == 0 || plain.isEmpty() ? "" : " ").append(plain);
        }
        from = i + 1;
      }
    }
    return out.toString();
  }
}
