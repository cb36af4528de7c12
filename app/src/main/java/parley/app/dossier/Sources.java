package parley.app.dossier;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the dossier is made of: reports, outlets, copies, failures, and the register's list. */
final class Sources {

  private static final Kind[] LISTED = {Kind.STATEMENT, Kind.EVENT, Kind.POSITION};

  private Sources() {}

  static ObjectNode summary(Sql sql, Listing listing) throws SQLException, IOException {
    return listing.once("summary", ObjectNode.class, () -> summarised(sql, listing));
  }

  private static ObjectNode summarised(Sql sql, Listing listing) throws SQLException {
    ObjectNode summary = Json.object();
    summary.put("reports", sql.number("SELECT count(*) FROM report"));
    int[] kinds = listing.tallies().entriesByKind();
    for (Kind kind : LISTED) {
      summary.put(kind.list(), kinds[kind.ordinal()]);
    }
    summary.put("actors", sql.number("SELECT count(*) FROM actor WHERE gone IS NULL"));
    summary.put("reviewed", sql.number("SELECT count(*) FROM review"));
    summary.put("failures", sql.number("SELECT count(*) FROM failure"));
    day(sql, summary, "firstDay", "SELECT min(day) FROM report");
    day(sql, summary, "lastDay", "SELECT max(day) FROM report");
    ArrayNode readers = summary.putArray("readers");
    sql.list(
            "SELECT text, count(*) FROM report JOIN word ON word.n = report.reader GROUP BY reader",
            r -> Json.object().put("reader", r.getString(1)).put("reports", r.getLong(2)))
        .forEach(readers::add);
    summary.put("revision", sql.number("SELECT value FROM meta WHERE key = 'revision'"));
    return summary;
  }

  private static void day(Sql sql, ObjectNode to, String name, String query) throws SQLException {
    Long day = sql.numberOrNull(query);
    if (day != null) {
      to.put(name, LocalDate.ofEpochDay(day).toString());
    }
  }

  static ObjectNode reports(
      Sql sql, Listing listing, @Nullable String source, int offset, int limit)
      throws SQLException {
    List<ObjectNode> rows =
        sql.list(
            "SELECT id, title, (SELECT text FROM word w WHERE w.n = outlet), day, added, url, file,"
                + " copy_of, version_of, paywall, unread, n, (SELECT count(*) FROM review v WHERE"
                + " v.report = report.n) FROM"
                + " report "
                + (source == null ? "" : "WHERE outlet = (SELECT n FROM word WHERE text = ?3) ")
                + "ORDER BY day DESC, n DESC LIMIT ?1 OFFSET ?2",
            row -> report(row, listing),
            source == null
                ? new Object[] {limit + 1, offset}
                : new Object[] {limit + 1, offset, source});
    ObjectNode page = Json.object();
    page.putArray("reports").addAll(rows.subList(0, Math.min(limit, rows.size())));
    if (rows.size() > limit) {
      page.put("next", offset + limit);
    }
    return page;
  }

  private static ObjectNode report(ResultSet row, Listing listing) throws SQLException {
    ObjectNode node = Json.object();
    String[] names = {
      "id",
      "title",
      "source",
      "day",
      "added",
      "url",
      "file",
      "copyOf",
      "versionOf",
      "paywall",
      "unread"
    };
    for (int i = 0; i < names.length; i++) {
      String value = row.getString(i + 1);
      if (value != null) {
        node.put(names[i], i == 3 ? LocalDate.ofEpochDay(row.getLong(4)).toString() : value);
      }
    }
    int at = listing.indexOf(row.getLong(names.length + 1));
    return node.put("entries", at < 0 ? 0 : listing.count[at])
        .put("reviewed", row.getLong(names.length + 2));
  }

  /** What is counted of an outlet: reports, copies, first and last day. */
  private static void outlets(Listing listing, ArrayNode to) {
    Map<Integer, int[]> tallies = new HashMap<>();
    for (int at = 0; at < listing.reports; at++) {
      int day = listing.reportDay[at];
      int[] tally =
          tallies.computeIfAbsent(listing.reportOutlet[at], k -> new int[] {0, 0, day, day});
      tally[0]++;
      tally[1] += listing.copy[at] ? 1 : 0;
      tally[2] = Math.min(tally[2], day);
      tally[3] = Math.max(tally[3], day);
    }
    tallies.entrySet().stream()
        .sorted(
            Comparator.comparingInt((Map.Entry<Integer, int[]> e) -> -e.getValue()[0])
                .thenComparing(Map.Entry::getKey))
        .limit(500)
        .forEach(
            e -> {
              ObjectNode node = to.addObject();
              String source = listing.word(e.getKey());
              if (source != null) {
                node.put("source", source);
              }
              int[] tally = e.getValue();
              node.put("reports", tally[0])
                  .put("copies", tally[1])
                  .put("firstDay", LocalDate.ofEpochDay(tally[2]).toString())
                  .put("lastDay", LocalDate.ofEpochDay(tally[3]).toString());
            });
  }

  static ObjectNode overview(Sql sql, Listing listing) throws SQLException, IOException {
    return listing.once("sources", ObjectNode.class, () -> looked(sql, listing));
  }

  private static ObjectNode looked(Sql sql, Listing listing) throws SQLException {
    ObjectNode overview = Json.object();
    outlets(listing, overview.putArray("outlets"));
    ArrayNode copies = overview.putArray("copies");
    sql.list(
            "SELECT c.id, c.title, (SELECT text FROM word w WHERE w.n = c.outlet), o.id, o.title,"
                + " (SELECT text FROM word w WHERE w.n = o.outlet) FROM report c CROSS JOIN report"
                + " o ON o.id = c.copy_of WHERE c.copy_of IS NOT NULL ORDER BY c.day DESC LIMIT"
                + " 500",
            row -> {
              ObjectNode node = Json.object();
              String[] names = {
                "report", "title", "source", "original", "originalTitle", "originalSource"
              };
              for (int i = 0; i < names.length; i++) {
                if (row.getString(i + 1) != null) {
                  node.put(names[i], row.getString(i + 1));
                }
              }
              return node;
            })
        .forEach(copies::add);
    ArrayNode failures = overview.putArray("failures");
    sql.list(
            "SELECT at, file, place, what, mend FROM failure ORDER BY n DESC LIMIT 500",
            row ->
                Json.object()
                    .put("at", row.getString(1))
                    .put("file", row.getString(2))
                    .put("place", row.getString(3))
                    .put("what", row.getString(4))
                    .put("mend", row.getString(5)))
        .forEach(failures::add);
    return overview;
  }

  static ObjectNode actors(Sql sql, Listing listing, String name, int offset, int limit)
      throws SQLException {
    int[][] entries = listing.tallies().entriesByActor();
    String key = Names.key(name);
    List<Integer> found =
        key.isEmpty()
            ? new ArrayList<>(listing.tallies().actorsByEntries())
            : listing.actorsNamed(key);
    if (!key.isEmpty()) {
      found.sort(Comparator.comparingInt((Integer n) -> -sum(entries[n])).thenComparing(n -> n));
    }
    ObjectNode page = Json.object();
    ArrayNode actors = page.putArray("actors");
    for (int n : found.subList(Math.min(offset, found.size()), found.size())) {
      if (actors.size() == limit) {
        page.put("next", offset + limit);
        break;
      }
      ObjectNode node = Actors.brief(sql, n);
      if (node != null) {
        node.put("entries", sum(entries[n]));
        String other =
            sql.one(
                "SELECT group_concat(name, ' · ') FROM (SELECT name FROM alias WHERE actor = ?1 AND"
                    + " name <> (SELECT name FROM actor WHERE n = ?1) LIMIT 6)",
                row -> row.getString(1),
                n);
        if (other != null) {
          node.put("alsoKnownAs", other);
        }
        actors.add(node);
      }
    }
    return page;
  }

  private static int sum(int[] counts) {
    return Arrays.stream(counts).sum();
  }

  static ObjectNode actor(Sql sql, Listing listing, long n) throws SQLException, IOException {
    ObjectNode actor = Actors.required(sql, n);
    actor.set("names", Actors.names(sql, listing, n));
    actor.set("roles", Stated.roles(sql, n));
    int[][] all = listing.tallies().entriesByActor();
    int[] own = n < all.length ? all[(int) n] : new int[0];
    for (Kind kind : LISTED) {
      actor.put(kind.list(), own.length == 0 ? 0 : own[kind.ordinal()]);
    }
    ArrayNode speaksFor = actor.putArray("members");
    sql.list(
            "SELECT n, name FROM actor WHERE side = ? AND gone IS NULL ORDER BY name LIMIT 200",
            row -> Json.object().put("n", row.getLong(1)).put("name", row.getString(2)),
            n)
        .forEach(speaksFor::add);
    return actor;
  }
}
