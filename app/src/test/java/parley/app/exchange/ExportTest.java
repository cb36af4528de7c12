package parley.app.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import parley.app.dossier.Decision;
import parley.app.dossier.Dossier;
import parley.app.dossier.Filter;
import parley.app.dossier.Json;
import parley.app.dossier.Samples;

final class ExportTest {

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("1999-04-01T10:00:00Z"), ZoneOffset.UTC);

  /** Names that break careless writers. */
  private static final String[] NAMES = {
    "Eve \"the Fox\" Moor",
    "Tab\tName",
    "Line\nName",
    "ياسر قاسم",
    "𝔘𝔫𝔦 🕊 Fox",
    "=SUM(A1)",
    "+1 Group",
    "-Minus",
    "@handle",
    "'quoted",
    "semi;colon, comma",
    "Öz & <b>Bold</b>",
    "x".repeat(300),
    "back\\slash",
    "carriage\rreturn"
  };

  @TempDir Path directory;
  private Dossier dossier;

  @BeforeEach
  void fill() throws IOException {
    dossier = Dossier.openOrStart(directory.resolve("d"), CLOCK);
    long seed = Long.getLong("seed", System.nanoTime());
    System.out.println("seed " + seed);
    Random random = new Random(seed);
    String[] stances = {"DEMAND", "OFFER", "ACCEPT", "REJECT", "THREATEN"};
    String[] issues = {"ceasefire", "aid", "captives"};
    for (int i = 0; i < 30; i++) {
      String name = NAMES[i % NAMES.length];
      String side = NAMES[random.nextInt(NAMES.length)] + " side";
      dossier.add(
          Samples.position(
              "paper" + i % 4 + ".example",
              "1999-03-" + String.format(Locale.ROOT, "%02d", 1 + i % 28),
              name,
              side,
              issues[random.nextInt(issues.length)],
              stances[random.nextInt(stances.length)],
              "the words of " + i + " hold 🕊 \"quotes\""),
          "r" + i);
    }
    List<String> ids = dossier.reportIds();
    for (int i = 0; i < 10; i++) {
      String id = ids.get(random.nextInt(ids.size()));
      Decision.Act act = i % 3 == 0 ? Decision.Act.REJECT : Decision.Act.CORRECT;
      ObjectNode value = i % 3 == 0 ? null : Json.object().put("stance", stances[i % 5]);
      dossier.decide(new Decision(id, "p1", null, act, value, "note " + NAMES[i], "Ana"));
    }
  }

  @AfterEach
  void close() throws IOException {
    dossier.close();
  }

  private byte[] export(Export format) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    format.write(dossier, Filter.NONE, out);
    return out.toByteArray();
  }

  @Test
  void jsonLinesGoRoundEqually() throws IOException {
    String lines = new String(export(Export.JSONL), StandardCharsets.UTF_8);
    try (Dossier other = Dossier.openOrStart(directory.resolve("other"), CLOCK)) {
      for (String line : lines.split("\n", -1)) {
        if (!line.isEmpty()) {
          other.add(Json.own(line), "x.jsonl", "import");
        }
      }
      ByteArrayOutputStream again = new ByteArrayOutputStream();
      Export.JSONL.write(other, Filter.NONE, again);
      assertThat(again.toString(StandardCharsets.UTF_8)).isEqualTo(lines);
      assertThat(other.check()).isEmpty();
      assertThat(Json.write(other.board(dossier.today(), 20).path("cells")))
          .isEqualTo(Json.write(dossier.board(dossier.today(), 20).path("cells")));
    }
  }

  @Test
  void csvIsReadBackAndHoldsNoFormula() throws IOException {
    String csv = new String(export(Export.CSV), StandardCharsets.UTF_8);
    assertThat(csv).startsWith("\uFEFF");
    List<List<String>> rows = parse(csv.substring(1));
    assertThat(rows.get(0)).isEqualTo(Csv.COLUMNS);
    List<JsonNode> entries = new ArrayList<>();
    Rows.each(dossier, Filter.NONE, entries::add);
    assertThat(rows).hasSize(entries.size() + 1);
    for (int i = 0; i < entries.size(); i++) {
      List<String> row = rows.get(i + 1);
      assertThat(row).hasSize(Csv.COLUMNS.size());
      for (String cell : row) {
        assertThat(cell).doesNotMatch("(?s)[=+\\-@\t\r\n].*");
      }
      JsonNode entry = entries.get(i);
      assertThat(plain(row.get(5))).isEqualTo(entry.path("title").asText());
      if (entry.path("kind").asText().equals("position")) {
        assertThat(plain(row.get(7)))
            .isEqualTo(
                entry.path("names").path(entry.path("entry").path("party").asText()).asText());
      }
    }
  }

  private static String plain(String cell) {
    return cell.startsWith("'") ? cell.substring(1) : cell;
  }

  /** A strict reader of RFC 4180. */
  private static List<List<String>> parse(String csv) {
    List<List<String>> rows = new ArrayList<>();
    List<String> row = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < csv.length(); i++) {
      char c = csv.charAt(i);
      if (quoted) {
        if (c == '"' && i + 1 < csv.length() && csv.charAt(i + 1) == '"') {
          cell.append('"');
          i++;
        } else if (c == '"') {
          quoted = false;
        } else {
          cell.append(c);
        }
      } else if (c == '"') {
        quoted = true;
      } else if (c == ',') {
        row.add(cell.toString());
        cell.setLength(0);
      } else if (c == '\r' && csv.charAt(i + 1) == '\n') {
        row.add(cell.toString());
        cell.setLength(0);
        rows.add(row);
        row = new ArrayList<>();
        i++;
      } else {
        cell.append(c);
      }
    }
    assertThat(quoted).isFalse();
    return rows;
  }

  @Test
  void graphsAreWellFormedAndTheirEdgesJoinNodes() throws Exception {
    for (Export format : List.of(Export.GRAPHML, Export.CONGRUENCE, Export.CONFLICT)) {
      Element graph =
          DocumentBuilderFactory.newInstance()
              .newDocumentBuilder()
              .parse(new ByteArrayInputStream(export(format)))
              .getDocumentElement();
      NodeList nodes = graph.getElementsByTagName("node");
      List<String> ids = new ArrayList<>();
      for (int i = 0; i < nodes.getLength(); i++) {
        ids.add(((Element) nodes.item(i)).getAttribute("id"));
      }
      assertThat(ids).isNotEmpty().doesNotHaveDuplicates();
      NodeList edges = graph.getElementsByTagName("edge");
      for (int i = 0; i < edges.getLength(); i++) {
        assertThat(ids).contains(((Element) edges.item(i)).getAttribute("source"));
        assertThat(ids).contains(((Element) edges.item(i)).getAttribute("target"));
      }
    }
  }

  @Test
  void dnaFileKeepsEveryRuleOfDna() throws Exception {
    Path file = directory.resolve("x.dna");
    Files.write(file, export(Export.DNA));
    try (Connection db = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement sql = db.createStatement()) {
      assertThat(text(sql, "SELECT Value FROM SETTINGS WHERE Property = 'version'"))
          .startsWith("3.0");
      assertThat(text(sql, "SELECT Name FROM CODERS WHERE ID = 1")).isEqualTo("Admin");
      String password = text(sql, "SELECT Password FROM CODERS WHERE ID = 1");
      assertThat(password).hasSize(64);
      byte[] salt = Arrays.copyOf(Base64.getDecoder().decode(password), 16);
      assertThat(Dna.hash(Dna.PASSWORD, salt)).isEqualTo(password);
      assertThat(count(sql, "SELECT count(*) FROM STATEMENTS")).isPositive();
      for (String table : List.of("DATABOOLEAN", "DATAINTEGER", "DATASHORTTEXT", "DATALONGTEXT")) {
        String type =
            switch (table) {
              case "DATABOOLEAN" -> "boolean";
              case "DATAINTEGER" -> "integer";
              case "DATASHORTTEXT" -> "short text";
              default -> "long text";
            };
        assertThat(
                count(
                    sql,
                    "SELECT count(*) FROM STATEMENTS s JOIN VARIABLES v ON v.StatementTypeId ="
                        + " s.StatementTypeId WHERE v.DataType = '"
                        + type
                        + "' AND NOT EXISTS (SELECT 1 FROM "
                        + table
                        + " d WHERE d.StatementId = s.ID AND d.VariableId = v.ID)"))
            .as(table)
            .isZero();
      }
      assertThat(
              count(
                  sql,
                  "SELECT count(*) FROM ENTITIES e JOIN ATTRIBUTEVARIABLES a ON a.VariableId ="
                      + " e.VariableId WHERE NOT EXISTS (SELECT 1 FROM ATTRIBUTEVALUES v WHERE"
                      + " v.EntityId = e.ID AND v.AttributeVariableId = a.ID)"))
          .isZero();
      assertThat(
              count(
                  sql,
                  "SELECT count(*) FROM VARIABLES v WHERE DataType = 'short text' AND NOT EXISTS"
                      + " (SELECT 1 FROM ENTITIES e WHERE e.VariableId = v.ID AND e.Value = '')"))
          .isZero();
      assertThat(count(sql, "SELECT max(length(Value)) FROM ENTITIES")).isLessThan(191);
      assertThat(count(sql, "SELECT count(*) FROM ENTITIES WHERE Red IS NULL")).isZero();
      assertThat(count(sql, "SELECT count(*) FROM pragma_foreign_key_check")).isZero();
      try (ResultSet rows =
          sql.executeQuery(
              "SELECT d.Text, s.Start, s.Stop, substr(d.Text, s.Start + 1, s.Stop - s.Start) FROM"
                  + " STATEMENTS s JOIN DOCUMENTS d ON d.ID = s.DocumentId")) {
        while (rows.next()) {
          String text = rows.getString(1);
          assertThat(text).doesNotContain("\r");
          assertThat(text.codePointCount(0, text.length())).isEqualTo(text.length());
          String words = text.substring(rows.getInt(2), rows.getInt(3));
          assertThat(words).isEqualTo(rows.getString(4)).startsWith("the words of");
        }
      }
    }
  }

  /** The hash of DNA's own sample database is made of the password "sample" in this way. */
  @Test
  void passwordHashIsSaltAndAHundredThousandRounds() {
    byte[] salt = HexFormat.of().parseHex("000102030405060708090a0b0c0d0e0f");
    assertThat(Dna.hash("sample", salt)).hasSize(64).isEqualTo(Dna.hash("sample", salt));
    assertThat(Dna.hash("Sample", salt)).isNotEqualTo(Dna.hash("sample", salt));
  }

  @Test
  void htmlDossierHoldsNoMarkupOfOthers() throws IOException {
    String html = new String(export(Export.HTML), StandardCharsets.UTF_8);
    assertThat(html).contains("Dossier as of").doesNotContain("<b>Bold</b>");
    assertThat(html).doesNotContain("<script").doesNotContain("http-equiv=refresh");
  }

  private static String text(Statement sql, String query) throws Exception {
    try (ResultSet row = sql.executeQuery(query)) {
      return row.next() ? row.getString(1) : "";
    }
  }

  private static long count(Statement sql, String query) throws Exception {
    try (ResultSet row = sql.executeQuery(query)) {
      return row.next() ? row.getLong(1) : -1;
    }
  }
}
