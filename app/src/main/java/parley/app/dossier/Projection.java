package parley.app.dossier;

import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import parley.record.Actor;
import parley.record.Anchor;
import parley.record.Event;
import parley.record.Position;
import parley.record.Record;
import parley.record.Statement;
import parley.record.TimeExpression;
import parley.text.Span;

/**
 * Writes the rows that are derived from a report: who is in it, its entries by what the desk asks
 * for, its words for the search.
 */
final class Projection {

  /** The most characters of a position's words that are kept at hand for the board. */
  private static final int AT_HAND = 240;

  private final Sql sql;
  private final long report;
  private final Record record;
  private final Map<String, Status> statuses;
  private final @Nullable Long day;
  private final @Nullable Long outlet;
  private final Passages passages;
  private final Map<String, Actor> actors = new HashMap<>();
  private final Map<String, TimeExpression> times = new HashMap<>();

  /**
   * @param record as reviewed
   * @param statuses of the reviewed entries
   * @param outlet null for a copy of another report, which is no source of its own
   */
  Projection(
      Sql sql,
      long report,
      Record record,
      Map<String, Status> statuses,
      @Nullable Long day,
      @Nullable Long outlet) {
    this.sql = sql;
    this.report = report;
    this.record = record;
    this.statuses = statuses;
    this.day = day;
    this.outlet = outlet;
    this.passages = new Passages(report, record.report());
    record.actors().forEach(a -> actors.put(a.id(), a));
    record.times().forEach(t -> times.put(t.id(), t));
  }

  /** Writes entries and cast anew. */
  void entries() throws SQLException {
    sql.update("DELETE FROM entry WHERE report = ?", report);
    sql.update("DELETE FROM cast_member WHERE report = ?", report);
    Map<String, Long> filed = Register.file(sql, report, record);
    for (Statement s : record.statements()) {
      insert(
          s.id(),
          Kind.STATEMENT,
          first(s.content()),
          filed.get(String.valueOf(s.speaker())),
          party(filed, s.speaker()),
          filed.get(String.valueOf(s.addressee())),
          word(sql, s.mode()),
          s.kind().ordinal(),
          day,
          s.provenance().confidence(),
          Names.fingerprint(words(s.content())),
          null);
    }
    for (Event e : record.events()) {
      String actor = e.actors().isEmpty() ? null : e.actors().get(0);
      String target = e.targets().isEmpty() ? null : e.targets().get(0);
      insert(
          e.id(),
          Kind.EVENT,
          first(e.cue()),
          filed.get(String.valueOf(actor)),
          party(filed, actor),
          filed.get(String.valueOf(target)),
          word(sql, e.type()),
          e.status().ordinal(),
          when(e.time()),
          e.provenance().confidence(),
          null,
          null);
    }
    for (Position p : record.positions()) {
      insert(
          p.id(),
          Kind.POSITION,
          first(p.content()),
          filed.get(p.expressedBy() == null ? p.party() : p.expressedBy()),
          party(filed, p.party()),
          filed.get(String.valueOf(p.counterparty())),
          word(sql, p.issue()),
          p.stance().ordinal(),
          day,
          p.provenance().confidence(),
          null,
          atHand(p));
    }
  }

  /** Writes the words of the report's passages. */
  void words() throws SQLException {
    for (int i = 0; i < passages.spans().size(); i++) {
      sql.update(
          "INSERT INTO words(rowid, text) VALUES(?, ?)",
          passages.row(i),
          wellFormed(passages.spans().get(i).of(record.report().text())));
    }
  }

  /** Takes the words of the report's passages out. */
  void forgetWords() throws SQLException {
    sql.update(
        "DELETE FROM words WHERE rowid >= ? AND rowid < ?", passages.row(0), passages.endRow());
  }

  private void insert(
      String id,
      Kind kind,
      Span at,
      @Nullable Long actor,
      @Nullable Long party,
      @Nullable Long other,
      long code,
      int stance,
      @Nullable Long when,
      double confidence,
      @Nullable Long same,
      @Nullable String extra)
      throws SQLException {
    sql.update(
        "INSERT INTO entry(report, id, kind, passage, actor, party, other, code, stance, day, outlet,"
            + " confidence, status, same, extra) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        report,
        id,
        kind.number(),
        passages.rowAt(at.begin()) & 0xFFFF,
        actor,
        party,
        other,
        code,
        stance,
        when,
        outlet,
        Math.round(confidence * 100),
        statuses.getOrDefault(id, Status.MACHINE).number(),
        same,
        extra);
  }

  /** The side for which the actor speaks, itself if it speaks for none, null if not registered. */
  private @Nullable Long party(Map<String, Long> filed, @Nullable String id) {
    Actor actor = id == null ? null : actors.get(id);
    if (actor == null) {
      return null;
    }
    Long side = actor.side() == null ? null : filed.get(actor.side());
    return side == null ? filed.get(actor.id()) : side;
  }

  private @Nullable Long when(@Nullable String time) {
    TimeExpression expression = time == null ? null : times.get(time);
    if (expression != null && expression.value().length() >= 10) {
      try {
        return LocalDate.parse(expression.value().substring(0, 10)).toEpochDay();
      } catch (DateTimeException notADay) {
        return day;
      }
    }
    return day;
  }

  private static String atHand(Position p) {
    var extra = Json.object();
    extra.put("content", cut(words(p.content())));
    if (!p.condition().isEmpty()) {
      extra.put("condition", cut(words(p.condition())));
    }
    if (p.quantity() != null) {
      extra.put("quantity", cut(p.quantity().anchor().text()));
    }
    return wellFormed(Json.write(extra));
  }

  private static String cut(String text) {
    if (text.length() <= AT_HAND) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(AT_HAND - 1)) ? AT_HAND - 1 : AT_HAND;
    return text.substring(0, end) + "…";
  }

  private static String words(List<Anchor> anchors) {
    return anchors.stream().map(Anchor::text).collect(Collectors.joining(" … "));
  }

  private static Span first(List<Anchor> anchors) {
    return anchors.get(0).span();
  }

  /** The number of a word of the dossier's own list: issues, event types, modes, outlets. */
  static long word(Sql sql, String text) throws SQLException {
    String held = wellFormed(text);
    long n = sql.number("SELECT n FROM word WHERE text = ?", held);
    return n >= 0 ? n : sql.insert("INSERT INTO word(text) VALUES(?)", held);
  }

  /** SQLite holds UTF-8 without NULs; unpaired surrogates become U+FFFD, NULs spaces. */
  static String wellFormed(String text) {
    StringBuilder mended = null;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean paired =
          Character.isHighSurrogate(c)
                  && i + 1 < text.length()
                  && Character.isLowSurrogate(text.charAt(i + 1))
              || Character.isLowSurrogate(c)
                  && i > 0
                  && Character.isHighSurrogate(text.charAt(i - 1));
      if (c == 0 || Character.isSurrogate(c) && !paired) {
        if (mended == null) {
          mended = new StringBuilder(text);
        }
        mended.setCharAt(i, c == 0 ? ' ' : '\uFFFD');
      }
    }
    return mended == null ? text : mended.toString();
  }
}
