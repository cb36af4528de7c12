package parley.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The bench's command line: {@code TASK [--data PATH] [--out FILE]}. */
public final class Bench {

  /** Every task, in the order in which they are listed. One line each. */
  private static final List<Task> TASKS =
      List.of(
          new StatementsTask(),
          new TimeTask(),
          new EventsTask(Readers::reader),
          new EventAlarms(Readers::reader),
          new IncidentsTask(),
          new Extraction(),
          new PageFacts(),
          new PageSpeed(),
          new WarcTask(),
          new DuplicatesTask(),
          new PositionsTask(),
          new BoardTask(),
          new DossierTask(),
          new Linguistics(),
          new Speed(),
          new CoreferenceTask(),
          new ActorCodesTask(),
          new ActorPairsTask());

  private final List<Task> tasks;

  Bench(List<Task> tasks) {
    this.tasks = tasks;
  }

  public static void main(String[] args) {
    System.exit(new Bench(TASKS).run(args, System.out, System.err));
  }

  /** Exit status: 0 done, 1 data could not be read or written, 2 the call cannot be answered. */
  int run(String[] args, PrintStream out, PrintStream err) {
    try {
      if (args.length == 0 || args[0].equals("--help") || args[0].equals("help")) {
        usage(out);
        return args.length == 0 ? 2 : 0;
      }
      Task task =
          tasks.stream()
              .filter(t -> t.name().equals(args[0]))
              .findFirst()
              .orElseThrow(() -> new BenchException("no task " + args[0] + "; see bench/run help"));
      task.run(call(args, out));
      return 0;
    } catch (BenchException e) {
      err.println("bench: " + e.getMessage());
      return 2;
    } catch (IOException e) {
      err.println("bench: " + e);
      return 1;
    }
  }

  private static Call call(String[] args, PrintStream out) {
    @Nullable Path data = null;
    @Nullable Path predictions = null;
    List<String> words = new ArrayList<>();
    for (int i = 1; i < args.length; i++) {
      switch (args[i]) {
        case "--data" -> data = Path.of(value(args, i++));
        case "--out" -> predictions = Path.of(value(args, i++));
        default -> words.add(args[i]);
      }
    }
    String corpora = System.getenv("PARLEY_BENCH");
    return new Call(
        Path.of(corpora == null ? "../shared/bench" : corpora).normalize(),
        data,
        predictions,
        words,
        out);
  }

  private static String value(String[] args, int option) {
    if (option + 1 >= args.length) {
      throw new BenchException(args[option] + " needs a value");
    }
    return args[option + 1];
  }

  private void usage(PrintStream out) {
    out.println("usage: bench/run TASK [--data PATH] [--out FILE]\n");
    for (Task task : tasks) {
      out.println(String.format(Locale.ROOT, "  %-12s %s", task.name(), task.summary()));
    }
    out.println("\nCorpora and scorers: $PARLEY_BENCH, by default ../shared/bench.");
  }
}
