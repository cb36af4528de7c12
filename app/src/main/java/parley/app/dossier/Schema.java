package parley.app.dossier;

import java.sql.SQLException;
import java.util.List;

/**
 * The tables of a dossier and how older ones become new ones. PRAGMA user_version holds how many of
 * the steps a file has behind it; a step that was released is never changed, only followed.
 *
 * <p>{@code report}, {@code text}, {@code record}, {@code detail} with {@code packing}, {@code
 * review}, {@code alias}, {@code history} and {@code failure} are the dossier; {@code listing},
 * {@code words}, {@code signature} and {@code role} are derived from them and can be built again
 * ({@link Checkup}).
 */
final class Schema {

  /** How text is cut and folded for the search: accents off, English endings off. */
  static final String TOKENS = "tokenize=\"porter unicode61 remove_diacritics 2\"";

  private static final List<String> STEPS =
      List.of(
          """
          CREATE TABLE meta(key TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID;
          CREATE TABLE word(n INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE);
          CREATE TABLE report(
            n INTEGER PRIMARY KEY,
            id TEXT NOT NULL UNIQUE,
            title TEXT, outlet INTEGER REFERENCES word(n), url TEXT,
            day INTEGER, added TEXT NOT NULL, reader INTEGER NOT NULL REFERENCES word(n),
            file TEXT, copy_of TEXT, text_hash INTEGER NOT NULL, length INTEGER NOT NULL,
            passages INTEGER NOT NULL, revision INTEGER NOT NULL);
          CREATE INDEX report_day ON report(day);
          CREATE INDEX report_text ON report(text_hash);
          CREATE INDEX report_reader ON report(reader);
          CREATE INDEX report_copy ON report(copy_of, day) WHERE copy_of IS NOT NULL;
          CREATE TABLE payload(
            report INTEGER PRIMARY KEY REFERENCES report(n), text BLOB NOT NULL,
            record BLOB NOT NULL, details BLOB NOT NULL);
          CREATE TABLE listing(
            report INTEGER PRIMARY KEY REFERENCES report(n), changed INTEGER NOT NULL,
            rows BLOB NOT NULL);
          CREATE INDEX listing_changed ON listing(changed);
          CREATE TABLE setting(key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
          CREATE TABLE actor(
            n INTEGER PRIMARY KEY, name TEXT NOT NULL, kind TEXT NOT NULL,
            side INTEGER REFERENCES actor(n), gone INTEGER REFERENCES actor(n),
            decided INTEGER NOT NULL DEFAULT 0);
          CREATE INDEX actor_side ON actor(side) WHERE side IS NOT NULL;
          CREATE TABLE alias(
            n INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, last TEXT NOT NULL,
            name TEXT NOT NULL, actor INTEGER NOT NULL REFERENCES actor(n));
          CREATE INDEX alias_actor ON alias(actor);
          CREATE INDEX alias_last ON alias(last);
          CREATE TABLE review(
            report INTEGER NOT NULL REFERENCES report(n), id TEXT NOT NULL, state TEXT NOT NULL,
            PRIMARY KEY(report, id)) WITHOUT ROWID;
          CREATE TABLE history(
            n INTEGER PRIMARY KEY, at TEXT NOT NULL, who TEXT NOT NULL, what TEXT NOT NULL,
            report TEXT, entry TEXT, before TEXT, after TEXT, why TEXT, undoes INTEGER);
          CREATE INDEX history_entry ON history(report, entry);
          CREATE INDEX history_undoes ON history(undoes) WHERE undoes IS NOT NULL;
          CREATE TRIGGER history_stays BEFORE UPDATE ON history
            BEGIN SELECT RAISE(ABORT, 'history is only added to'); END;
          CREATE TRIGGER history_remains BEFORE DELETE ON history
            BEGIN SELECT RAISE(ABORT, 'history is only added to'); END;
          CREATE TABLE failure(
            n INTEGER PRIMARY KEY, at TEXT NOT NULL, file TEXT NOT NULL, place TEXT NOT NULL,
            what TEXT NOT NULL, mend TEXT NOT NULL, UNIQUE(file, place));
          CREATE VIRTUAL TABLE words USING fts5(
            text, content='', contentless_delete=1, %s);
          INSERT INTO meta VALUES('revision', 0);
          INSERT INTO meta VALUES('regrouped', 0);
          """
              .formatted(TOKENS),
          """
          CREATE TABLE signature(
            report INTEGER PRIMARY KEY REFERENCES report(n), exact INTEGER NOT NULL,
            hashes BLOB NOT NULL);
          CREATE INDEX signature_exact ON signature(exact);
          CREATE TABLE band(
            hash INTEGER NOT NULL, report INTEGER NOT NULL REFERENCES report(n),
            PRIMARY KEY(hash, report)) WITHOUT ROWID;
          """,
          """
          CREATE TABLE packing(n INTEGER PRIMARY KEY, bytes BLOB NOT NULL);
          CREATE TABLE text(report INTEGER PRIMARY KEY REFERENCES report(n), packed BLOB NOT NULL);
          CREATE TABLE record(
            report INTEGER PRIMARY KEY REFERENCES report(n), packed BLOB NOT NULL);
          CREATE TABLE detail(
            report INTEGER PRIMARY KEY REFERENCES report(n), packed BLOB NOT NULL);
          INSERT INTO text SELECT report, text FROM payload;
          INSERT INTO record SELECT report, record FROM payload;
          INSERT INTO detail SELECT report, details FROM payload;
          DROP TABLE payload;
          DROP TABLE band;
          DROP INDEX report_copy;
          CREATE INDEX report_copy ON report(day) WHERE copy_of IS NOT NULL;
          INSERT INTO meta SELECT 'kept', count(*) FROM report;
          INSERT INTO meta VALUES('learn', %d);
          """
              .formatted(Packings.FIRST),
          """
          ALTER TABLE report ADD COLUMN version_of TEXT;
          ALTER TABLE report ADD COLUMN paywall TEXT;
          ALTER TABLE report ADD COLUMN unread TEXT;
          """,
          """
          CREATE TABLE role(
            alias INTEGER NOT NULL REFERENCES alias(n),
            report INTEGER NOT NULL REFERENCES report(n),
            role INTEGER NOT NULL REFERENCES word(n), day INTEGER,
            PRIMARY KEY(alias, report, role)) WITHOUT ROWID;
          CREATE INDEX role_report ON role(report);
          ALTER TABLE actor ADD COLUMN wikidata TEXT;
          CREATE INDEX actor_wikidata ON actor(wikidata) WHERE wikidata IS NOT NULL;
          """);

  /** The form of files that were made before any release; they are not brought over. */
  private static final int UNRELEASED = 2;

  static final int VERSION = UNRELEASED + STEPS.size();

  private Schema() {}

  /**
   * Brings a file to this version, each step in a transaction of its own.
   *
   * @throws DossierException if a newer Parley wrote the file
   */
  static void migrate(Sql sql) throws SQLException, DossierException {
    int version = Math.toIntExact(sql.number("PRAGMA user_version"));
    if (version > VERSION) {
      throw new DossierException(
          "this dossier was written by a newer Parley (its form is "
              + version
              + ", this program knows up to "
              + VERSION
              + "); use that Parley or a newer one");
    }
    if (version > 0 && version <= UNRELEASED) {
      throw new DossierException(
          "this dossier was made by a Parley before its first release; write it out with that one"
              + " (parley export --format jsonl) and add what it wrote to a new dossier");
    }
    for (int step = Math.max(version, UNRELEASED); step < VERSION; step++) {
      sql.run("BEGIN IMMEDIATE");
      try {
        // Another process may have been faster.
        if (Math.max(sql.number("PRAGMA user_version"), UNRELEASED) == step) {
          for (String statement : split(STEPS.get(step - UNRELEASED))) {
            sql.run(statement);
          }
          sql.run("PRAGMA user_version = " + (step + 1));
        }
        sql.run("COMMIT");
      } catch (SQLException e) {
        sql.run("ROLLBACK");
        throw e;
      }
    }
  }

  /** A semicolon at a line's end ends a statement; a trigger's own stands amid its line. */
  private static List<String> split(String script) {
    return List.of(script.strip().split(";\\n"));
  }
}
