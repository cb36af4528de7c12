package parley.teacher;

import java.io.BufferedReader;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.zip.GZIPOutputStream;
import parley.world.GeoNames;
import parley.world.PlaceRow;

/**
 * Packs a GeoNames dump into the gazetteer's compact form: regions, places of 5,000 people and
 * more, and those of {@code place-spellings.txt} with the spellings there. {@code teacher/run
 * parley.teacher.MakeGazetteer DUMP OUT}; docs/decisions/0041 says where the shipped dump came
 * from.
 */
public final class MakeGazetteer {

  private static final int NAME = 1;
  private static final int OTHER_NAMES = 3;
  private static final int CLASS = 6;
  private static final int COUNTRY = 8;
  private static final int POPULATION = 14;
  private static final double SMALLEST = 5_000;

  private MakeGazetteer() {}

  public static void main(String[] args) throws IOException, GeoNames.BadLineException {
    GeoNames dump = new GeoNames();
    Map<String, String> spellings = spellings();
    TreeSet<PlaceRow> rows = new TreeSet<>();
    try (BufferedReader in = Files.newBufferedReader(Path.of(args[0]), StandardCharsets.UTF_8)) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        String[] f = line.split("\t", -1);
        String spelt = spellings.get(f[COUNTRY] + "|" + f[NAME]);
        boolean large = !f[CLASS].equals("P") || !f[POPULATION].isEmpty() && people(f) >= SMALLEST;
        if (spelt != null) {
          f[OTHER_NAMES] += "," + spelt;
        }
        if (large || spelt != null) {
          rows.addAll(dump.rows(String.join("\t", f)));
        }
      }
    }
    Path out = Path.of(args[1]);
    try (OutputStream to = new GZIPOutputStream(Files.newOutputStream(out))) {
      write(List.copyOf(rows), dump.regions(), new DataOutputStream(to));
    }
    new PrintStream(System.out, true, StandardCharsets.UTF_8)
        .println(rows.size() + " names, " + Files.size(out) + " bytes");
  }

  private static double people(String[] fields) {
    return Double.parseDouble(fields[POPULATION]);
  }

  /** Spellings by comma, by country and GeoNames' name. */
  private static Map<String, String> spellings() throws IOException {
    Map<String, String> spellings = new HashMap<>();
    try (InputStream in = MakeGazetteer.class.getResourceAsStream("place-spellings.txt")) {
      String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      for (String line : text.split("\n", -1)) {
        int bar = line.lastIndexOf('|');
        if (bar > 0 && line.charAt(0) != '#') {
          spellings.put(line.substring(0, bar), line.substring(bar + 1).replace(';', ','));
        }
      }
    }
    return spellings;
  }

  private static void write(List<PlaceRow> rows, List<String[]> regions, DataOutputStream to)
      throws IOException {
    StringBuilder table = new StringBuilder();
    regions.forEach(region -> table.append(String.join("\t", region)).append('\n'));
    byte[] named = table.toString().getBytes(StandardCharsets.UTF_8);
    to.writeInt(named.length);
    to.write(named);
    List<byte[]> all = rows.stream().map(PlaceRow::bytes).toList();
    to.writeInt(all.stream().mapToInt(row -> row.length - PlaceRow.FACTS).sum());
    to.writeInt(all.size());
    for (byte[] row : all) {
      to.write(row, 0, row.length - PlaceRow.FACTS);
    }
    for (int column = 0; column < PlaceRow.FACTS; column++) {
      for (byte[] row : all) {
        to.write(row[row.length - PlaceRow.FACTS + column]);
      }
    }
    to.flush();
  }
}
