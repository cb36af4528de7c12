package parley.app.dossier;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import parley.record.Record;
import parley.text.Report;

/**
 * A named collection of reports about one process, with everything read from them and every
 * decision of its reviewers: a directory with one SQLite file.
 *
 * <ol>
 *   <li>Each change is one transaction: a process that is killed leaves the dossier as it was
 *       before or after it.
 *   <li>A report is stored once, by its id; adding it again changes nothing.
 *   <li>The machine's record is never changed by a person: decisions stand beside it.
 *   <li>Every change by a person is in the history, which is only added to; undoing is a change.
 * </ol>
 *
 * <p>Safe for use by many threads. Several processes may have one dossier open; one writes at a
 * time, the others wait some seconds.
 */
public final class Dossier implements AutoCloseable {

  private final Store store;
  private final Clock clock;
  private final Reports reports = new Reports();
  private final Repeats repeats = new Repeats();
  private final Entries entries = new Entries(reports);
  private final Boards boards = new Boards(reports, entries);
  private final Search search = new Search(reports);

  private Dossier(Store store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /**
   * Opens the dossier in a directory, bringing an older one to this version.
   *
   * @throws DossierException if there is none or it cannot be used
   */
  public static Dossier open(Path directory, Clock clock) throws IOException {
    return new Dossier(Store.open(directory, false), clock);
  }

  /** Opens the dossier in a directory, starting one if there is none. */
  public static Dossier openOrStart(Path directory, Clock clock) throws IOException {
    return new Dossier(Store.open(directory, true), clock);
  }

  /** As {@link #openOrStart(Path, Clock)}, but waiting for other processes as long as told. */
  static Dossier openOrStart(Path directory, Clock clock, int patience) throws IOException {
    return new Dossier(Store.open(directory, true, patience), clock);
  }

  private String now() {
    return clock.instant().truncatedTo(ChronoUnit.SECONDS).toString();
  }

  /** The day that it is, for "today" in views. */
  public LocalDate today() {
    return LocalDate.now(clock);
  }

  /** A number that grows with each change, by whichever process. */
  public long revision() throws IOException {
    return store.read(sql -> sql.number("SELECT value FROM meta WHERE key = 'revision'"));
  }

  /**
   * The text of the codebook of its own that the dossier is read with, null for the shipped one.
   */
  public @Nullable String codebook() throws IOException {
    return setting("codebook");
  }

  /** Keeps a codebook, which is valid, to read reports with from now on. */
  public void useCodebook(String yaml) throws IOException {
    if (!yaml.equals(codebook())) {
      store.write(
          sql -> {
            sql.update(
                "INSERT OR REPLACE INTO setting(key, value) VALUES('codebook', ?)",
                Projection.wellFormed(yaml));
            return History.add(
                sql, now(), "add", "codebook", null, null, null, null, "another codebook", null);
          });
    }
  }

  /** A file of facts that the dossier is read with; it remembers where the file is. */
  public enum FactsFile {
    /** Places ({@code parley.ingest.facts.GazetteerFile}). */
    GAZETTEER,
    /** Known actors ({@code parley.ingest.facts.ActorList}). */
    REGISTER;

    private String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Where a file of facts is, null if the dossier is read without. */
  public @Nullable String file(FactsFile which) throws IOException {
    return setting(which.key());
  }

  /** Remembers where a file of facts is, or with null that there is none. */
  public void useFile(FactsFile which, @Nullable String path) throws IOException {
    if (!Objects.equals(path, file(which))) {
      store.write(
          sql -> {
            if (path == null) {
              sql.update("DELETE FROM setting WHERE key = ?", which.key());
            } else {
              sql.update(
                  "INSERT OR REPLACE INTO setting(key, value) VALUES(?, ?)", which.key(), path);
            }
            String why = path == null ? "none" : Projection.wellFormed(path);
            return History.add(sql, now(), "add", which.key(), null, null, null, null, why, null);
          });
    }
  }

  private @Nullable String setting(String key) throws IOException {
    List<String> values =
        store.read(
            sql ->
                sql.list("SELECT value FROM setting WHERE key = ?", row -> row.getString(1), key));
    return values.isEmpty() ? null : values.get(0);
  }

  public boolean has(String report) throws IOException {
    return store.read(sql -> Reports.row(sql, report) != null);
  }

  /**
   * The report with a link in its metadata to the report of this dossier that it repeats or is a
   * version of; as it is if there is none.
   */
  public Report linked(Report report) throws IOException {
    return store.read(sql -> repeats.linked(sql, report));
  }

  /**
   * Stores what was read from a report.
   *
   * @param file where it came from, for the list of sources
   * @return false if the dossier had the report already
   */
  public boolean add(Record record, String file) throws IOException {
    return store.write(
        sql -> {
          if (Reports.row(sql, record.report().id()) != null) {
            return false;
          }
          Reports.insert(sql, record, record, Map.of(), file, now());
          sql.update("DELETE FROM failure WHERE file = ?", file);
          return true;
        });
  }

  /**
   * Stores a record of another dossier's export, with the decisions in it.
   *
   * @return false if the dossier had the report already
   * @throws RefusedException if it is no such record
   */
  public boolean add(ObjectNode exported, String file, String by) throws IOException {
    Record reviewed = Reviews.checked(exported);
    Importing importing = new Importing(exported);
    Record machine = Reviews.checked(importing.machine());
    return store.write(
        sql -> {
          if (Reports.row(sql, reviewed.report().id()) != null) {
            return false;
          }
          Reports.insert(sql, machine, reviewed, importing.states(), file, now());
          if (!importing.states().isEmpty()) {
            String why = importing.states().size() + " decisions came with " + file;
            History.add(
                sql, now(), by, "import", reviewed.report().id(), null, null, null, why, null);
          }
          return true;
        });
  }

  /** Notes a document that could not be read, for the list of sources. */
  public void failed(String file, @Nullable String place, String what, String mend)
      throws IOException {
    store.write(
        sql ->
            sql.update(
                "INSERT OR REPLACE INTO failure(at, file, place, what, mend) VALUES(?, ?, ?, ?, ?)",
                now(),
                Projection.wellFormed(file),
                place == null ? "" : Projection.wellFormed(place),
                Projection.wellFormed(what),
                Projection.wellFormed(mend)));
  }

  /** Ids of the reports in the order in which they came. */
  public List<String> reportIds() throws IOException {
    return store.read(sql -> sql.list("SELECT id FROM report ORDER BY n", row -> row.getString(1)));
  }

  /** The record of a report as reviewed, in its JSON form; shared, not to be changed. */
  public ObjectNode report(String id) throws IOException {
    return store.read(sql -> reports.effective(sql, Reports.required(sql, id)));
  }

  /** Which registered actor each actor of a report is: record id to number and name. */
  public ObjectNode cast(String report) throws IOException {
    return store.read(
        sql -> {
          ObjectNode cast = Json.object();
          byte[] rows =
              sql.one(
                  "SELECT rows FROM listing WHERE report = ?",
                  row -> row.getBytes(1),
                  Reports.required(sql, report).n());
          if (rows == null) {
            return cast;
          }
          for (Listed.Member member : Listed.of(sql, rows).cast()) {
            sql.each(
                "SELECT a.n, a.name FROM alias l JOIN actor a ON a.n = l.actor WHERE l.n = ?",
                row ->
                    cast.putObject(member.id())
                        .put("n", row.getLong(1))
                        .put("name", row.getString(2)),
                member.alias());
          }
          return cast;
        });
  }

  /**
   * Reads every report again that another reader read. Reviewed entries stay.
   *
   * @param to told after each report: its id and the conflicts (see {@link Carrying})
   * @return how many were read again
   */
  public int reread(String reader, Function<Report, Record> with, Rereading to) throws IOException {
    List<String> ids =
        store.read(
            sql ->
                sql.list(
                    "SELECT id FROM report WHERE reader IS NOT (SELECT n FROM word WHERE text = ?)"
                        + " ORDER BY n",
                    row -> row.getString(1),
                    Projection.wellFormed(reader)));
    for (String id : ids) {
      Record old = store.read(sql -> Checkup.record(sql, Reports.required(sql, id).n()));
      Record read = with.apply(old.report());
      to.reread(id, store.write(sql -> Deciding.replace(sql, read, now())));
    }
    return ids.size();
  }

  /** Hears what a new reading did. */
  public interface Rereading {
    void reread(String report, ArrayNode conflicts) throws IOException;
  }

  /**
   * Takes a reviewer's decision.
   *
   * @return the number of the change, to undo it, and the entry's id
   * @throws RefusedException if it does not hold
   */
  public ObjectNode decide(Decision decision) throws IOException {
    return store.write(sql -> Deciding.decide(sql, decision, now()));
  }

  /**
   * Takes a change back; itself a change, which can be taken back.
   *
   * @throws RefusedException if what it changed was changed again since
   */
  public ObjectNode undo(long change, String by) throws IOException {
    return store.write(sql -> Deciding.undo(sql, change, by, now()));
  }

  /** The changes before number {@code before}, the newest first. */
  public ArrayNode history(long before, int limit) throws IOException {
    return store.read(sql -> History.page(sql, before, limit));
  }

  /** One entry with its report, history, the same words elsewhere, and other accounts. */
  public ObjectNode entry(String report, String id) throws IOException {
    return store.listed((sql, listing) -> entries.show(sql, listing, report, id));
  }

  /**
   * A page of entries.
   *
   * @param order newest, oldest or confidence
   */
  public ObjectNode entries(Filter filter, String order, int offset, int limit) throws IOException {
    Entries.Order by =
        switch (order) {
          case "oldest" -> Entries.Order.OLDEST;
          case "confidence" -> Entries.Order.CONFIDENCE;
          default -> Entries.Order.NEWEST;
        };
    return store.listed((sql, listing) -> entries.list(sql, listing, filter, by, offset, limit));
  }

  /**
   * How many entries by issue, type, mode, stance, party, actor, status, kind, day, month, source.
   */
  public ArrayNode count(Filter filter, String by) throws IOException {
    return store.listed((sql, listing) -> new Counts(sql, listing).of(filter, by));
  }

  /** Passages that hold the words ({@link Query}) and entries of the filter. */
  public ObjectNode find(String words, Filter filter, boolean byDate, int offset, int limit)
      throws IOException {
    return store.listed(
        (sql, listing) -> search.find(sql, listing, words, filter, byDate, offset, limit));
  }

  /** The issue x party table at the end of a day. */
  public ObjectNode board(LocalDate day, int parties) throws IOException {
    return store.listed((sql, listing) -> boards.at(sql, listing, day, parties));
  }

  /** The positions of one cell up to a day, the newest first; rejected ones among them. */
  public ArrayNode trail(String party, String issue, LocalDate day, int limit) throws IOException {
    return store.listed((sql, listing) -> boards.trail(sql, listing, party, issue, day, limit));
  }

  /** What moved, what is new and what happened from a day to a day, both included. */
  public ObjectNode news(LocalDate from, LocalDate to, int limit) throws IOException {
    return store.listed((sql, listing) -> boards.since(sql, listing, from, to, limit));
  }

  /** Counts, first and last day, readers. */
  public ObjectNode summary() throws IOException {
    return store.listed(Sources::summary);
  }

  /** A page of the reports, the newest first. */
  public ObjectNode reports(@Nullable String source, int offset, int limit) throws IOException {
    return store.listed((sql, listing) -> Sources.reports(sql, listing, source, offset, limit));
  }

  /** Outlets, copies, and what could not be read. */
  public ObjectNode sources() throws IOException {
    return store.listed(Sources::overview);
  }

  /** A page of the register; those with the most entries first. */
  public ObjectNode actors(String name, int offset, int limit) throws IOException {
    return store.listed((sql, listing) -> Sources.actors(sql, listing, name, offset, limit));
  }

  /** One actor: its names, and how many entries of which kind are its. */
  public ObjectNode actor(long n) throws IOException {
    return store.listed((sql, listing) -> Sources.actor(sql, listing, n));
  }

  /** Makes two registered actors one, under the second's name. */
  public ObjectNode merge(long from, long into, String by, @Nullable String why)
      throws IOException {
    return change("merge", by, why, sql -> Actors.merge(sql, from, into));
  }

  /** Makes some names of an actor an actor of their own. */
  public ObjectNode split(
      long from, List<Long> aliases, @Nullable String name, String by, @Nullable String why)
      throws IOException {
    return change("split", by, why, sql -> Actors.split(sql, from, aliases, name));
  }

  /** Changes an actor's name, kind or side. */
  public ObjectNode setActor(long n, ObjectNode fields, String by, @Nullable String why)
      throws IOException {
    return change("actor", by, why, sql -> Actors.set(sql, n, fields));
  }

  private ObjectNode change(
      String what, String by, @Nullable String why, Store.Work<ObjectNode> work)
      throws IOException {
    return store.write(
        sql -> {
          ObjectNode change = work.with(sql);
          long n = History.add(sql, now(), by, what, null, null, null, change, why, null);
          return Json.object().put("change", n).set("actors", change);
        });
  }

  /** How good the machine is against what was reviewed, by kind ({@link Quality}). */
  public ObjectNode quality() throws IOException {
    return store.listed(
        (sql, listing) -> listing.once("quality", ObjectNode.class, () -> Quality.of(sql)));
  }

  /** What is wrong with the dossier, one line each; empty if all is well. */
  public List<String> check() throws IOException {
    return store.alone(Checkup::look);
  }

  /** Derives lists and search anew; what could not be mended. */
  public List<String> repair() throws IOException {
    return store.write(Checkup::repair);
  }

  /**
   * Writes a copy of the dossier as of now into one new file, while others work on.
   *
   * @throws DossierException if the file exists
   */
  public void backup(Path to) throws IOException {
    if (Files.exists(to)) {
      throw new DossierException(to + " exists; a backup never overwrites, name another file");
    }
    store.alone(sql -> sql.update("VACUUM INTO ?", to.toString()));
  }

  /**
   * Makes a dossier of a backup.
   *
   * @throws DossierException if the directory holds a dossier, or the file is no backup
   */
  public static void restore(Path backup, Path directory, Clock clock) throws IOException {
    Path file = directory.resolve(Store.FILE);
    if (Files.exists(file)) {
      throw new DossierException(
          directory + " holds a dossier; restore into an empty directory, then look at both");
    }
    if (!Files.isRegularFile(backup)) {
      throw new DossierException(backup + " is no file; name one that parley backup wrote");
    }
    Files.createDirectories(directory);
    Files.copy(backup, file);
    List<String> wrong;
    try (Dossier restored = open(directory, clock)) {
      wrong = restored.check();
    } catch (IOException e) {
      Files.deleteIfExists(file);
      throw e;
    }
    if (!wrong.isEmpty()) {
      throw new DossierException(
          "the backup was restored but is not whole: " + wrong.get(0) + "; run parley check");
    }
  }

  @Override
  public void close() throws IOException {
    store.close();
  }
}
