package parley.app.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import parley.app.dossier.Dossier;
import parley.app.dossier.DossierException;
import parley.app.dossier.Filter;
import parley.app.dossier.Intake;
import parley.app.dossier.Json;
import parley.app.dossier.Kind;
import parley.app.dossier.RefusedException;
import parley.app.dossier.Status;
import parley.app.exchange.Export;
import parley.app.server.Server;
import parley.extract.Reader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The commands on a dossier; each says what is wrong on standard error and exits with 1. */
final class DossierCommands {

  private DossierCommands() {}

  static List<Object> all(Console console, ReaderSource readers) {
    return List.of(
        new Add(console, readers),
        new Reread(console, readers),
        new Find(console),
        new Show(console),
        new ActorsCommand(console),
        new QualityCommand(console),
        new ExportCommand(console),
        new Check(console),
        new Backup(console),
        new Restore(console),
        new Serve(console, readers));
  }

  /** A command that works on a dossier. */
  abstract static class OnDossier implements Callable<Integer> {
    final Console console;
    @Mixin final DossierOption dossier = new DossierOption();

    OnDossier(Console console) {
      this.console = console;
    }

    abstract int work() throws IOException;

    @Override
    public final Integer call() throws IOException {
      try {
        return work();
      } catch (DossierException | RefusedException e) {
        console.complain("parley: " + e.getMessage());
        return Parley.PROBLEM;
      }
    }
  }

  /** {@code parley add}. */
  @Command(
      name = "add",
      description = {
        "Read reports into a dossier: text files, saved pages, records that parley export wrote.",
        "A report that is there already is passed over, so that a call that was cut off can simply"
            + " be made again."
      },
      mixinStandardHelpOptions = true,
      sortOptions = false)
  static final class Add extends OnDossier {
    private final ReaderSource readers;
    @Mixin private final ReadingOptions options = new ReadingOptions();

    @Parameters(paramLabel = "INPUT", arity = "1..*", description = "Files; - for standard input.")
    private List<String> inputs = List.of();

    Add(Console console, ReaderSource readers) {
      super(console);
      this.readers = readers;
    }

    @Override
    int work() throws IOException {
      int[] counts = new int[3];
      try (Dossier open = dossier.openOrStart()) {
        Intake intake =
            new Intake(
                open,
                new Lazily(readers)::reader,
                options.settings(),
                options::given,
                new Intake.Listener() {
                  @Override
                  public void report(
                      String file, String id, @Nullable String title, boolean known) {
                    counts[known ? 1 : 0]++;
                  }

                  @Override
                  public void failure(String file, String what) {
                    counts[2]++;
                    console.complain(file + ": " + what);
                  }
                });
        for (int i = 0; i < inputs.size(); i++) {
          console.progress(i, inputs.size(), inputs.get(i));
          if (inputs.get(i).equals("-")) {
            intake.add("-", console.in().readAllBytes());
          } else {
            intake.add(Path.of(inputs.get(i)));
          }
        }
        console.clearProgress();
      }
      console.print(
          counts[0]
              + " added, "
              + counts[1]
              + " there already, "
              + counts[2]
              + " not readable ("
              + dossier.directory
              + ")\n");
      return counts[2] == 0 ? Parley.DONE : Parley.PROBLEM;
    }
  }

  /** Makes the reader once, when it is first asked for. */
  private static final class Lazily {
    private final ReaderSource source;
    private @Nullable Reader reader;

    Lazily(ReaderSource source) {
      this.source = source;
    }

    synchronized Reader reader() {
      Reader made = reader;
      if (made == null) {
        made = source.reader();
        reader = made;
      }
      return made;
    }
  }

  /** {@code parley reread}. */
  @Command(
      name = "reread",
      description =
          "Read the dossier's reports again with this Parley. Reviewed entries stay; what the machine"
              + " now reads otherwise is listed.",
      mixinStandardHelpOptions = true)
  static final class Reread extends OnDossier {
    private final ReaderSource readers;

    Reread(Console console, ReaderSource readers) {
      super(console);
      this.readers = readers;
    }

    @Override
    int work() throws IOException {
      Reader reader = readers.reader();
      int[] conflicts = new int[1];
      int read;
      try (Dossier open = dossier.open()) {
        read =
            open.reread(
                reader.id(),
                reader::read,
                (report, found) -> {
                  for (JsonNode conflict : found) {
                    conflicts[0]++;
                    console.print(
                        report
                            + " "
                            + conflict.path("entry").asText()
                            + ": "
                            + conflict.path("what").asText()
                            + "\n");
                  }
                });
      }
      console.print(read + " read again, " + conflicts[0] + " to look at\n");
      return Parley.DONE;
    }
  }

  /** Options that choose entries. */
  static final class Choice {
    @Option(names = "--kind", description = "statement, event or position.")
    @Nullable String kind;

    @Option(names = "--actor", paramLabel = "NAME", description = "Who says or does it.")
    @Nullable String actor;

    @Option(names = "--side", paramLabel = "NAME", description = "The party whose position it is.")
    @Nullable String side;

    @Option(names = "--issue", paramLabel = "CODE", description = "The issue of a position.")
    @Nullable String issue;

    @Option(names = "--stance", description = "demand, offer, accept, reject or threaten.")
    @Nullable String stance;

    @Option(names = "--type", paramLabel = "CODE", description = "The type of an event.")
    @Nullable String type;

    @Option(names = "--from", paramLabel = "DAY", description = "First day (2024-03-14).")
    @Nullable String from;

    @Option(names = "--to", paramLabel = "DAY", description = "Last day.")
    @Nullable String to;

    @Option(names = "--source", paramLabel = "OUTLET", description = "The outlet's name.")
    @Nullable String source;

    @Option(names = "--status", description = "machine, accepted, corrected, added or rejected.")
    @Nullable String status;

    @Option(names = "--report", paramLabel = "ID", description = "One report.")
    @Nullable String report;

    Filter filter(Dossier open) throws IOException {
      return new Filter(
          kind == null ? null : known(Kind.of(kind), "kind", kind),
          actor(open, actor),
          actor(open, side),
          issue,
          stance,
          type == null ? null : type.toUpperCase(Locale.ROOT),
          null,
          day(from),
          day(to),
          source,
          status == null ? null : known(Status.of(status), "status", status),
          report);
    }

    private static <T> T known(@Nullable T value, String what, String word)
        throws RefusedException {
      if (value == null) {
        throw new RefusedException(
            RefusedException.Reason.INVALID, "no such " + what + ": " + word);
      }
      return value;
    }

    private static @Nullable LocalDate day(@Nullable String day) throws RefusedException {
      try {
        return day == null ? null : LocalDate.parse(day);
      } catch (DateTimeException e) {
        throw new RefusedException(
            RefusedException.Reason.INVALID, "'" + day + "' is no day; write 2024-03-14");
      }
    }

    static @Nullable Long actor(Dossier open, @Nullable String name) throws IOException {
      if (name == null) {
        return null;
      }
      JsonNode found = open.actors(name, 0, 2).path("actors");
      if (found.isEmpty()) {
        throw new RefusedException(
            RefusedException.Reason.UNKNOWN, "the register has no actor named " + name);
      }
      return found.get(0).path("n").asLong();
    }
  }

  /** {@code parley find}. */
  @Command(
      name = "find",
      description = {
        "Find passages: words in any form, \"a phrase\", begin*, a NEAR/5 b, a OR b, -without.",
        "With a choice of entries, only passages in which such an entry stands."
      },
      mixinStandardHelpOptions = true,
      sortOptions = false)
  static final class Find extends OnDossier {
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
      return parley.app.view.TerminalText.of(
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
  static final class Show extends OnDossier {
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
  static final class ActorsCommand extends OnDossier {
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
            parley.app.view.TerminalText.of(
                    String.format(
                        Locale.ROOT,
                        "%6d  %-12s %5d  %s%s",
                        actor.path("n").asLong(),
                        actor.path("kind").asText(),
                        actor.path("entries").asLong(),
                        actor.path("name").asText(),
                        actor.has("sideName") ? "  [" + actor.path("sideName").asText() + "]" : ""))
                + "\n");
        JsonNode names = open.actor(actor.path("n").asLong()).path("names");
        for (JsonNode alias : names.size() > 1 ? names : Json.array()) {
          console.print(
              parley.app.view.TerminalText.of(
                      "          alias "
                          + alias.path("alias").asLong()
                          + "  "
                          + alias.path("name").asText())
                  + "\n");
        }
      }
    }
  }

  /** {@code parley quality}. */
  @Command(
      name = "quality",
      description = "Precision and recall of the machine by kind, against the reviewed entries.",
      mixinStandardHelpOptions = true)
  static final class QualityCommand extends OnDossier {
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
  static final class ExportCommand extends OnDossier {
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
          var bytes = new java.io.ByteArrayOutputStream();
          format.write(open, choice.filter(open), bytes);
          console.print(bytes.toString(StandardCharsets.UTF_8));
        }
      }
      return Parley.DONE;
    }
  }

  /** {@code parley check}. */
  @Command(
      name = "check",
      description = "Look whether the dossier is whole; --repair derives lists and search anew.",
      mixinStandardHelpOptions = true)
  static final class Check extends OnDossier {
    @Option(names = "--repair", description = "Mend what can be mended.")
    private boolean repair;

    Check(Console console) {
      super(console);
    }

    @Override
    int work() throws IOException {
      try (Dossier open = dossier.open()) {
        if (repair) {
          open.repair().forEach(console::complain);
        }
        List<String> wrong = open.check();
        wrong.forEach(console::complain);
        console.print(wrong.isEmpty() ? "whole\n" : wrong.size() + " things wrong\n");
        return wrong.isEmpty() ? Parley.DONE : Parley.PROBLEM;
      }
    }
  }

  /** {@code parley backup}. */
  @Command(
      name = "backup",
      description = "Write the dossier, as of now, into one new file.",
      mixinStandardHelpOptions = true)
  static final class Backup extends OnDossier {
    @Parameters(paramLabel = "FILE")
    private Path file = Path.of("");

    Backup(Console console) {
      super(console);
    }

    @Override
    int work() throws IOException {
      try (Dossier open = dossier.open()) {
        open.backup(file);
      }
      return Parley.DONE;
    }
  }

  /** {@code parley restore}. */
  @Command(
      name = "restore",
      description = "Make a dossier of a backup.",
      mixinStandardHelpOptions = true)
  static final class Restore extends OnDossier {
    @Parameters(paramLabel = "FILE")
    private Path file = Path.of("");

    Restore(Console console) {
      super(console);
    }

    @Override
    int work() throws IOException {
      Dossier.restore(file, dossier.directory, Clock.systemDefaultZone());
      return Parley.DONE;
    }
  }

  /** {@code parley serve}. */
  @Command(
      name = "serve",
      description = "Open the dossier's pages and API on this computer (Ctrl-C ends it).",
      mixinStandardHelpOptions = true)
  static final class Serve extends OnDossier {
    private final ReaderSource readers;

    @Option(names = "--port", defaultValue = "7777", description = "Default 7777; 0 for any.")
    private int port;

    @Option(names = "--host", defaultValue = "127.0.0.1", description = "127.0.0.1 only.")
    private String host = "127.0.0.1";

    Serve(Console console, ReaderSource readers) {
      super(console);
      this.readers = readers;
    }

    @Override
    int work() throws IOException {
      if (!List.of("127.0.0.1", "localhost", "::1").contains(host)) {
        console.complain(
            "parley: this version serves this computer only (127.0.0.1), since it has no log-in");
        return Parley.USAGE;
      }
      try (Dossier open = dossier.openOrStart();
          Server server = Server.start(open, new Lazily(readers)::reader, port, console.err())) {
        console.print(server.address() + "\n");
        Thread.currentThread().join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      return Parley.DONE;
    }
  }
}
