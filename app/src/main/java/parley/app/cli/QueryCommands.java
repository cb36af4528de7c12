package parley.app.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import parley.app.dossier.Dossier;
import parley.app.dossier.Json;
import parley.app.exchange.Export;
import parley.app.view.TerminalText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The commands that ask a dossier and hand its content on. */
final class QueryCommands {

  private QueryCommands() {}

  /** {@code parley find}. */
  @Command(
      name = "find",
      description = {
        "Find passages: words in any form, \"a phrase\", begin*, a NEAR/5 b, a OR b, -without.",
        "With a choice of entries, only passages in which such an entry stands."
      },
      mixinStandardHelpOptions = true,
      sortOptions = false)
  static final class Find extends DossierCommands.OnDossier {
    @Mixin private final Choice choice = new Choice();

    @Option(names = "--by-date", description = "The newest first, not the best.")
    private boolean byDate;

    @Option(names = "--limit", defaultValue = "20", description = "How many (default 20).")
    private int limit;

    @Option(names = "--json", description = "Print hits as JSON.")
    private boolean json;

    @Parameters(paramLabel = "WORDS", arity = "1..*")
    private List<String> words = List.of();

    Find(Console console) {
      super(console);
    }

    @Override
    int work() throws IOException {
      try (Dossier open = dossier.open()) {
        ObjectNode found =
            open.find(String.join(" ", words), choice.filter(open), byDate, 0, limit);
        for (JsonNode hit : found.path("hits")) {
          console.print(json ? Json.write(hit) + "\n" : passage(hit));
        }
        if (found.path("hits").isEmpty()) {
          console.complain("parley: nothing found");
        }
      }
      return Parley.DONE;
    }

    private String passage(JsonNode hit) {
      String text = hit.path("text").asText();
      int base = hit.path("begin").asInt();
      StringBuilder shown = new StringBuilder();
      int at = 0;
      for (JsonNode mark : hit.path("marks")) {
        int begin = text.offsetByCodePoints(0, mark.path("begin").asInt() - base);
        int end = text.offsetByCodePoints(0, mark.path("end").asInt() - base);
        shown.append(text, at, begin).append(console.colour() ? "\u001B[1m" : "[");
        shown.append(text, begin, end).append(console.colour() ? "\u001B[0m" : "]");
        at = end;
      }
      shown.append(text, at, text.length());
      List<String> ids = new ArrayList<>();
      hit.path("entries").forEach(id -> ids.add(id.asText()));
      return TerminalText.of(
              hit.path("published").asText()
                  + "  "
                  + hit.path("source").asText()
                  + ": "
                  + hit.path("title").asText()
                  + "  ("
                  + hit.path("report").asText()
                  + (ids.isEmpty() ? "" : " " + String.join(" ", ids))
                  + ")")
          + "\n  "
          + shown.toString().replace("\n", "\n  ")
          + "\n\n";
    }
  }

  /** {@code parley show}. */
  @Command(
      name = "show",
      description = "Print a report's record, or one entry of it with its history, as JSON.",
      mixinStandardHelpOptions = true)
  static final class Show extends DossierCommands.OnDossier {
    @Parameters(index = "0", paramLabel = "REPORT", description = "Id of the report.")
    private String report = "";

    @Parameters(index = "1", arity = "0..1", paramLabel = "ENTRY", description = "s1, e2, p3 …")
    private @Nullable String entry;

    Show(Console console) {
      super(console);
    }

    @Override
    int work() throws IOException {
      try (Dossier open = dossier.open()) {
        ObjectNode shown = entry == null ? open.report(report) : open.entry(report, entry);
        console.print(Json.write(shown) + "\n");
      }
      return Parley.DONE;
    }
  }

  /** {@code parley actors}. */
  @Command(
      name = "actors",
      description = "List the register; make two actors one, or one two.",
      mixinStandardHelpOptions = true)
  static final class ActorsCommand extends DossierCommands.OnDossier {
    @Parameters(arity = "0..1", paramLabel = "NAME", description = "Part of a name.")
    private String name = "";

    @Option(
        names = "--merge",
        arity = "2",
        paramLabel = "N",
        description = "Make the first actor a name of the second.")
    private long @Nullable [] merge;

    @Option(names = "--split", paramLabel = "N", description = "Take names out of this actor.")
    private @Nullable Long split;

    @Option(names = "--alias", paramLabel = "A", description = "A name to take out, by number.")
    private List<Long> aliases = List.of();

    @Option(names = "--by", paramLabel = "NAME", description = "Who decides it.")
    private String by = System.getProperty("user.name", "somebody");

    @Option(names = "--why", paramLabel = "TEXT", description = "Why, for the history.")
    private @Nullable String why;

    ActorsCommand(Console console) {
      super(console);
    }

    @Override
    int work() throws IOException {
      try (Dossier open = dossier.open()) {
        if (merge != null) {
          ObjectNode change = open.merge(merge[0], merge[1], by, why);
          console.print("merged; change " + change.path("change").asLong() + "\n");
        } else if (split != null) {
          ObjectNode change = open.split(split, aliases, null, by, why);
          console.print("split; change " + change.path("change").asLong() + "\n");
        } else {
          list(open);
        }
      }
      return Parley.DONE;
    }

    private void list(Dossier open) throws IOException {
      for (JsonNode actor : open.actors(name, 0, 500).path("actors")) {
        console.print(
            TerminalText.of(
                    String.format(
                        Locale.ROOT,
                        "%6d  %-12s %5d  %s%s%s",
                        actor.path("n").asLong(),
                        actor.path("kind").asText(),
                        actor.path("entries").asLong(),
                        actor.path("name").asText(),
                        actor.has("sideName") ? "  [" + actor.path("sideName").asText() + "]" : "",
                        actor.has("wikidata") ? "  " + actor.path("wikidata").asText() : ""))
                + "\n");
        JsonNode one = open.actor(actor.path("n").asLong());
        for (JsonNode role : one.path("roles")) {
          console.print("          " + TerminalText.of(role(role)) + "\n");
        }
        JsonNode names = one.path("names");
        for (JsonNode alias : names.size() > 1 ? names : Json.array()) {
          console.print(
              "          "
                  + TerminalText.of(
                      "alias " + alias.path("alias").asLong() + " " + alias.path("name").asText())
                  + "\n");
        }
      }
    }
  }

  /** "Foreign minister, stated 2018-01-10 to 2018-05-02, 4 reports". */
  private static String role(JsonNode role) {
    String first = role.path("first").asText();
    String last = role.path("last").asText();
    long reports = role.path("reports").asLong();
    return role.path("role").asText()
        + (first.isEmpty() ? "" : ", stated " + first + (first.equals(last) ? "" : " to " + last))
        + ", "
        + reports
        + (reports == 1 ? " report" : " reports");
  }

  /** {@code parley quality}. */
  @Command(
      name = "quality",
      description = "Precision and recall of the machine by kind, against the reviewed entries.",
      mixinStandardHelpOptions = true)
  static final class QualityCommand extends DossierCommands.OnDossier {
    QualityCommand(Console console) {
      super(console);
    }

    @Override
    int work() throws IOException {
      try (Dossier open = dossier.open()) {
        StringBuilder table =
            new StringBuilder(
                String.format(
                    Locale.ROOT,
                    "%-10s %9s %9s %9s %6s  %9s %6s  %s%n",
                    "kind",
                    "accepted",
                    "corrected",
                    "rejected",
                    "added",
                    "precision",
                    "recall",
                    "(counting corrected as found)"));
        open.quality()
            .properties()
            .forEach(
                kind ->
                    table.append(
                        String.format(
                            Locale.ROOT,
                            "%-10s %9d %9d %9d %6d  %9s %6s  (%s, %s)%n",
                            kind.getKey(),
                            kind.getValue().path("accepted").asInt(),
                            kind.getValue().path("corrected").asInt(),
                            kind.getValue().path("rejected").asInt(),
                            kind.getValue().path("added").asInt(),
                            kind.getValue().path("precision").asText("-"),
                            kind.getValue().path("recall").asText("-"),
                            kind.getValue().path("lenientPrecision").asText("-"),
                            kind.getValue().path("lenientRecall").asText("-"))));
        console.print(table.toString());
      }
      return Parley.DONE;
    }
  }

  /** {@code parley export}. */
  @Command(
      name = "export",
      description = "Write the dossier for other programs and people.",
      mixinStandardHelpOptions = true,
      sortOptions = false)
  static final class ExportCommand extends DossierCommands.OnDossier {
    @Mixin private final Choice choice = new Choice();

    @Option(
        names = "--format",
        required = true,
        description = "jsonl, csv, dna, graphml, congruence, conflict or html.")
    private Export format = Export.JSONL;

    @Option(names = "--out", paramLabel = "FILE", description = "Default: standard output.")
    private @Nullable Path out;

    ExportCommand(Console console) {
      super(console);
    }

    @Override
    int work() throws IOException {
      try (Dossier open = dossier.open()) {
        if (out != null) {
          try (OutputStream to = new BufferedOutputStream(Files.newOutputStream(out))) {
            format.write(open, choice.filter(open), to);
          }
        } else if (format == Export.DNA) {
          console.complain("parley: a DNA database is no text; name a file with --out");
          return Parley.USAGE;
        } else {
          var bytes = new ByteArrayOutputStream();
          format.write(open, choice.filter(open), bytes);
          console.print(bytes.toString(StandardCharsets.UTF_8));
        }
      }
      return Parley.DONE;
    }
  }
}
