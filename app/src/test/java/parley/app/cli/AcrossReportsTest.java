package parley.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.app.dossier.Json;
import parley.extract.Reader;
import parley.language.ModelReader;

/** One happening as four outlets report it, and the actors in it, by the command line alone. */
class AcrossReportsTest {

  private static final String FIRST =
      """
      Explosion at market in Marib kills 14, health ministry says

      MARIB, Yemen — An explosion at a vegetable market in Marib killed at least 14 people and wounded 40 on Wednesday, Yemen's health ministry said.

      Foreign Minister Nabil Saleh blamed the Houthis for the attack. "We will not return to the talks in Geneva until those who fired this missile are handed over," Saleh told reporters in Riyadh.
      """;

  private static final String SECOND =
      """
      Houthis deny attack on Marib market as toll rises to 19

      Nineteen people were killed and more than 50 wounded when a missile hit a market in the Yemeni city of Marib on Wednesday, doctors at the city's main hospital said.

      The Houthis denied on Thursday that they had fired the missile. "Our forces did not fire on Marib," Yahya Amran, the spokesman for the Houthis, said in Sanaa. He accused the Saudi-led coalition of bombing the market.

      Yemen's foreign minister, Nabil Saleh, said that his government would stay away from the talks: "We will not return to the talks in Geneva until those who fired this missile are handed over."
      """;

  private static final String THIRD =
      """
      UN envoy urges restraint after strike on Yemen market

      The United Nations envoy for Yemen, Martin Ohlsen, urged both sides on Thursday to show restraint after a missile strike on a market in Marib a day earlier.

      The strike killed 12 people, a local official said. The government puts the number of dead at 19.
      """;

  private static final String LATER =
      """
      Yemen's former foreign minister backs new talks

      Nabil Saleh, who was replaced last week, said on Wednesday that the government should go to Geneva. "We have waited long enough," said Saleh, 61, now an adviser to the president.
      """;

  @TempDir private Path dir;

  private final List<String> complaints = new ArrayList<>();

  private String run(String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Console console =
        new Console(
            new ByteArrayInputStream(new byte[0]),
            out,
            new PrintStream(err, true, StandardCharsets.UTF_8),
            Map.of("XDG_CACHE_HOME", dir.resolve("cache").toString()),
            false,
            false);
    List<String> all = new ArrayList<>(List.of(args));
    if (!args[0].equals("read")) {
      all.add("--dossier=" + dir.resolve("dossier"));
    }
    int status =
        Parley.run(
            all.toArray(String[]::new), console, book -> new Reader(ModelReader.shipped(), book));
    complaints.add(err.toString(StandardCharsets.UTF_8));
    assertThat(status).as(err.toString(StandardCharsets.UTF_8)).isZero();
    return out.toString(StandardCharsets.UTF_8);
  }

  private String add(String name, String text, String day, String... more) throws IOException {
    Path file = Files.writeString(dir.resolve(name + ".txt"), text);
    List<String> args =
        new ArrayList<>(List.of("add", file.toString(), "--published", day, "--source", name));
    args.addAll(List.of(more));
    return run(args.toArray(String[]::new));
  }

  private List<JsonNode> records() throws IOException {
    List<JsonNode> records = new ArrayList<>();
    for (String line : run("export", "--format=jsonl").lines().toList()) {
      records.add(Json.parse(line));
    }
    return records;
  }

  /** The entry of an outlet's record whose text holds the words, shown with what others have. */
  private JsonNode shown(String outlet, String list, String words) throws IOException {
    for (JsonNode record : records()) {
      if (record.at("/report/source").asText().equals(outlet)) {
        for (JsonNode entry : record.path(list)) {
          String text = entry.path(list.equals("events") ? "tolls" : "content").toString();
          if (text.contains(words)) {
            return Json.parse(
                run("show", record.at("/report/id").asText(), entry.path("id").asText()));
          }
        }
      }
    }
    throw new AssertionError(outlet + " has no entry with " + words);
  }

  private static List<String> of(JsonNode rows, String field) {
    List<String> values = new ArrayList<>();
    rows.forEach(row -> values.add(row.path("source").asText() + " " + row.path(field)));
    return values;
  }

  @Test
  void oneHappeningIsLinkedWithItsTollsSideBySideAndACopyCountsOnce() throws IOException {
    add("Lake Post", FIRST, "2018-03-14");
    add("Hill Times", SECOND, "2018-03-15");
    add("Coast Herald", THIRD, "2018-03-15");
    assertThat(add("Valley Wire", "Valley Wire\n\n" + SECOND, "2018-03-15"))
        .contains("1 duplicate");

    JsonNode nineteen = shown("Hill Times", "events", "Nineteen");
    assertThat(nineteen.path("toll").asText()).startsWith("killed 19");
    assertThat(of(nineteen.path("accounts"), "toll"))
        .containsExactlyInAnyOrder(
            "Lake Post \"killed at least 14\"", "Coast Herald \"killed 12\"");
    assertThat(of(nineteen.path("accounts"), "conflicts"))
        .containsExactlyInAnyOrder("Lake Post []", "Coast Herald [\"toll\"]");

    JsonNode said = shown("Hill Times", "statements", "until those who fired");
    assertThat(said.path("widest").asBoolean()).isTrue();
    assertThat(of(said.path("alike"), "first"))
        .containsExactlyInAnyOrder("Lake Post true", "Valley Wire ");
  }

  @Test
  void rolesCarryTheDatesOfTheReportsThatStateThem() throws IOException {
    add("Lake Post", FIRST, "2018-03-14");
    add("Hill Times", SECOND, "2018-03-15");
    add("Valley Wire", "Valley Wire\n\n" + SECOND, "2018-03-16");
    add("The Later", LATER, "2018-05-02");
    // The copy's date counts, the copy does not.
    assertThat(run("actors", "Nabil Saleh"))
        .contains(
            "Nabil Saleh [Yemen]\n          adviser, stated 2018-05-02, 1 report\n",
            "Foreign Minister, stated 2018-03-14 to 2018-03-16, 2 reports");
  }

  @Test
  void actorsOfTheUsersListAreOneAndKeepTheirIdWithoutNamingTheListAgain() throws IOException {
    Path list =
        Files.writeString(
            dir.resolve("known.tsv"),
            "name\taliases\tkind\tid\nNabil Saleh\tAbu Omar\tperson\tQ77\n");
    add("Lake Post", FIRST, "2018-03-14", "--register", list.toString());
    add("Hill Times", "Abu Omar said on Friday that he would go to Geneva.\n", "2018-03-16");
    String actors = run("actors", "Saleh");
    assertThat(actors).contains("Q77", "Abu Omar");
    assertThat(records()).allMatch(record -> record.toString().contains("\"wikidata\":\"Q77\""));
  }

  @Test
  void mergesAndSplitsOutliveANewReadingAndNewReports() throws IOException {
    add("Lake Post", FIRST, "2018-03-14");
    add("Hill Times", "Abu Omar said on Friday that he would go to Geneva.\n", "2018-03-16");
    long omar = number("Abu Omar");
    long saleh = number("Nabil Saleh");
    run("actors", "--merge", "" + omar, "" + saleh, "--by", "Ana");
    Path dump =
        Files.writeString(
            dir.resolve("own.txt"),
            "1\tBayt Zayd\tBayt Zayd\t\t15.4\t45.3\tP\tPPL\tYE\t\t14\t\t\t\t0\t\t\t\t\n");
    assertThat(run("reread", "--gazetteer", dump.toString())).startsWith("2 read again");
    add("Coast Herald", "Abu Omar came from Bayt Zayd in Yemen, he said.\n", "2018-03-17");
    assertThat(number("Abu Omar")).isEqualTo(saleh);
    assertThat(records().get(2).toString()).contains("\"city\":\"Bayt Zayd\"");

    String listed = run("actors", "Abu Omar");
    String alias =
        listed.lines().filter(l -> l.matches(" +alias .*Abu Omar")).findFirst().orElseThrow();
    String number = alias.strip().split(" +", 3)[1];
    run("actors", "--split", "" + saleh, "--alias", number, "--by", "Ana");
    run("reread", "--gazetteer", "none");
    add("Hill Times 2", "Abu Omar was in Geneva on Monday, he said.\n", "2018-03-19");
    assertThat(number("Abu Omar")).isNotEqualTo(saleh);
    assertThat(number("Nabil Saleh")).isEqualTo(saleh);
  }

  private long number(String name) {
    String line = run("actors", name).lines().findFirst().orElseThrow();
    return Long.parseLong(line.strip().split(" +", 2)[0]);
  }
}
