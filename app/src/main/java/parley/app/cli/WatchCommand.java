package parley.app.cli;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import parley.app.dossier.Dossier;
import parley.app.dossier.Intake;
import parley.ingest.FeedList;
import parley.ingest.Ingest;
import parley.ingest.Inputs;
import parley.ingest.Outcome;
import parley.ingest.Settings;
import parley.ingest.charset.Decoded;
import parley.ingest.fetch.Fetched;
import parley.ingest.fetch.Fetcher;
import parley.text.Part;
import parley.text.Report;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code parley watch FEEDS.opml}. */
@Command(
    name = "watch",
    description = {
      "Follow feeds into a dossier: RSS, Atom, JSON Feed, news sitemaps. A new item that holds its"
          + " whole text is taken as it is; of any other the page is fetched."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class WatchCommand extends DossierCommands.OnDossier {

  /** Characters from which an item's text is taken for the whole report. */
  private static final int WHOLE = 1500;

  private final ReaderSource readers;

  @Option(names = "--once", description = "Go through the feeds once and end (for cron).")
  private boolean once;

  @Option(
      names = "--every",
      paramLabel = "MINUTES",
      defaultValue = "15",
      description = "How often to go through the feeds (default 15).")
  private int every = 15;

  @Mixin private final InputOptions inputs = new InputOptions();

  @Parameters(
      paramLabel = "FEEDS",
      arity = "1..*",
      description = "OPML files, text files with an address a line, or addresses of feeds.")
  private List<String> lists = List.of();

  WatchCommand(Console console, ReaderSource readers) {
    super(console);
    this.readers = readers;
  }

  @Override
  int work() throws IOException {
    List<String> feeds = feeds();
    if (feeds == null) {
      return Parley.PROBLEM;
    }
    try (Dossier open = dossier.openOrStart()) {
      Lazily reader = new Lazily(readers, open, new FactsOptions(), console);
      while (true) {
        int status = round(feeds, open, reader);
        if (once) {
          return status;
        }
        TimeUnit.MINUTES.sleep(Math.max(1, every));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Parley.DONE;
    }
  }

  /** The addresses of the feeds; null if a list cannot be read, which is then told. */
  private @Nullable List<String> feeds() {
    List<String> feeds = new ArrayList<>();
    for (String list : lists) {
      if (Fetcher.isAddress(list)) {
        feeds.add(list);
        continue;
      }
      try {
        List<String> named = FeedList.of(Decoded.page(Files.readAllBytes(Path.of(list))).text());
        feeds.addAll(named);
        if (named.isEmpty()) {
          console.complain(list + ": names no feed; give OPML, or a text with an address a line");
          return null;
        }
      } catch (IOException e) {
        console.complain(Inputs.cannotOpen(list, e).toString());
        return null;
      }
    }
    return feeds;
  }

  private int round(List<String> feeds, Dossier open, Lazily reader) throws IOException {
    try (Round round = new Round(console, inputs, dossier.directory)) {
      Intake intake =
          new Intake(
              open,
              reader::reader,
              inputs.settings(Settings.DEFAULT),
              report -> report,
              new IntakeCommands.Told(round));
      for (String feed : feeds) {
        feed(feed, round, intake);
      }
      console.clearProgress();
      console.print(round.tally().line("added") + " (" + dossier.directory + ")\n");
      return round.status();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private void feed(String feed, Round round, Intake intake) throws IOException {
    Fetched fetched = round.fetcher().fetch(feed);
    if (fetched instanceof Fetched.Refused refused) {
      round.failed(new Outcome.Problem(feed, null, refused.what(), refused.mend()));
    }
    if (!(fetched instanceof Fetched.Document document)) {
      return;
    }
    List<Outcome> items = new ArrayList<>();
    new Ingest(inputs.settings(Settings.DEFAULT))
        .read(feed, document.url(), new ByteArrayInputStream(document.bytes()), items::add);
    boolean all = true;
    for (Outcome item : items) {
      all &= !(item instanceof Outcome.Read read) || item(read, round, intake);
      if (item instanceof Outcome.Problem problem) {
        intake.take(problem);
      }
    }
    if (!all) {
      // What failed for a while is looked for again, though the feed may not change till then.
      round.fetcher().forget(document.url());
    }
  }

  /**
   * Takes in an item that is new or was changed since.
   *
   * @return false if it is to be tried again
   */
  private boolean item(Outcome.Read item, Round round, Intake intake) throws IOException {
    Report report = item.report();
    String url = report.metadata().url();
    Fetcher fetcher = round.fetcher();
    if (url != null && fetcher.note(url).equals(report.id())) {
      return true;
    }
    int length =
        report.parts().stream()
            .filter(part -> part.role().isRead())
            .mapToInt((Part part) -> part.span().length())
            .sum();
    if (url == null || !Fetcher.isAddress(url) || length >= WHOLE) {
      intake.take(item);
    } else if (round.fetch(url, intake::add) instanceof Fetched.Refused refused
        && !refused.lasting()) {
      return false;
    }
    if (url != null) {
      // By the item, not the page: the id tells a changed item from one that was taken in.
      fetcher.note(url, report.id());
    }
    return true;
  }
}
