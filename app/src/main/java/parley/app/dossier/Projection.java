package parley.app.dossier;

import java.io.IOException;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import parley.board.Contribution;
import parley.board.Expression;
import parley.record.Actor;
import parley.record.Anchor;
import parley.record.Event;
import parley.record.Position;
import parley.record.Record;
import parley.record.Statement;
import parley.record.TimeExpression;
import parley.text.CodePoints;
import parley.text.Span;

/**
 * Writes what is derived from a report: its entries by what the desk asks for ({@link Listed}), its
 * words for the search.
 */
final class Projection {

  private final Sql sql;
  private final Reports.Row report;
  private final Record record;
  private final Map<String, Status> statuses;
  private final int day;
  private final Passages passages;
  private final Map<String, Actor> actors = new HashMap<>();
  private final Map<String, TimeExpression> times = new HashMap<>();
  private Map<String, Long> filed = Map.of();

  /**
   * @param record as reviewed
   * @param statuses of the reviewed entries
   */
  Projection(Sql sql, Reports.Row report, Record record, Map<String, Status> statuses) {
    this.sql = sql;
    this.report = report;
    this.record = record;
    this.statuses = statuses;
    this.day = Math.toIntExact(report.day());
    this.passages = new Passages(report.n(), record.report());
    record.actors().forEach(a -> actors.put(a.id(), a));
    record.times().forEach(t -> times.put(t.id(), t));
  }

  /** Writes the list of entries anew. */
  void entries() throws SQLException, IOException {
    filed = Register.file(sql, record);
    Stated.keep(sql, report.n(), record, filed);
    List<Listed.Member> cast = new ArrayList<>();
    filed.forEach((id, alias) -> cast.add(new Listed.Member(id, Math.toIntExact(alias))));
    List<Listed.Row> rows = new ArrayList<>();
    for (Statement s : record.statements()) {
      long same = Names.fingerprint(words(s.content()));
      rows.add(
          row(
              Kind.STATEMENT,
              s.id(),
              first(s.content()),
              new String[] {s.speaker(), s.speaker(), s.addressee()},
              word(sql, s.mode()),
              s.kind().ordinal(),
              day,
              s.provenance().confidence(),
              (int) (same ^ same >>> 32),
              null));
    }
    for (Event e : record.events()) {
      String actor = e.actors().isEmpty() ? null : e.actors().get(0);
      String target = e.targets().isEmpty() ? null : e.targets().get(0);
      rows.add(
          row(
              Kind.EVENT,
              e.id(),
              first(e.cue()),
              new String[] {actor, actor, target},
              word(sql, e.type()),
              e.status().ordinal(),
              when(e.time()),
              e.provenance().confidence(),
              0,
              null));
    }
    Contribution board = Contribution.of(record);
    for (int i = 0; i < record.positions().size(); i++) {
      Position p = record.positions().get(i);
      rows.add(
          row(
              Kind.POSITION,
              p.id(),
              first(p.content()),
              new String[] {
                p.expressedBy() == null ? p.party() : p.expressedBy(), p.party(), p.counterparty()
              },
              word(sql, p.issue()),
              p.stance().ordinal(),
              day,
              p.provenance().confidence(),
              0,
              term(p, board, board.told().get(i))));
    }
    int[] mediating = new int[board.mediating().size()];
    for (int i = 0; i < mediating.length; i++) {
      mediating[i] = word(sql, board.mediating().get(i));
    }
    Listed listed =
        new Listed(
            day,
            board.published() == null
                ? Listed.NO_DAY
                : Math.toIntExact(board.published().toEpochDay()),
            report.outlet() == null ? 0 : Math.toIntExact(report.outlet()),
            report.copyOf() != null,
            board.duplicateOf() != null,
            passages.spans().stream().flatMapToInt(p -> IntStream.of(p.begin(), p.end())).toArray(),
            cast,
            mediating,
            rows);
    sql.update(
        "INSERT OR REPLACE INTO listing(report, changed, rows) VALUES(?, (SELECT value + 1 FROM"
            + " meta WHERE key = 'revision'), ?)",
        report.n(),
        listed.bytes(sql));
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

  private Listed.Row row(
      Kind kind,
      String id,
      Span at,
      @Nullable String[] who,
      int code,
      int stance,
      int when,
      double confidence,
      int same,
      Listed.@Nullable Term term) {
    return new Listed.Row(
        kind,
        id,
        passages.at(at.begin()),
        alias(who[0]),
        party(who[1]),
        alias(who[2]),
        code,
        stance,
        when,
        (int) Math.round(confidence * 100),
        statuses.getOrDefault(id, Status.MACHINE),
        same,
        term);
  }

  private Listed.Term term(Position p, Contribution board, Contribution.Told told)
      throws SQLException {
    Expression e = told.expression();
    LocalDate copyDay = Contribution.copyDay(e, original(board.duplicateOf()));
    long clause = Names.hash(told.clause()) & 0xFFFF_FFFF_FFFFL;
    Expression.Measure quantity = e.quantity();
    Double amount = quantity == null ? null : quantity.value();
    String unit = quantity == null ? null : quantity.unit();
    return new Listed.Term(
        word(sql, e.party()),
        told.towards() == null ? 0 : word(sql, told.towards()),
        epochDay(e.date()),
        epochDay(copyDay),
        e.outlet() == null ? 0 : word(sql, e.outlet()),
        e.ownVoice(),
        e.confidence(),
        clause,
        amount == null ? Double.NaN : amount,
        unit == null ? 0 : word(sql, unit),
        new int[] {e.begin(), e.end()},
        cover(p.condition()),
        p.quantity() == null ? new int[2] : cover(List.of(p.quantity().anchor())));
  }

  private @Nullable LocalDate original(@Nullable String report) throws SQLException {
    Long on =
        report == null ? null : sql.numberOrNull("SELECT day FROM report WHERE id = ?", report);
    return on == null ? null : LocalDate.ofEpochDay(on);
  }

  private static int epochDay(@Nullable LocalDate day) {
    return day == null ? Listed.NO_DAY : Math.toIntExact(day.toEpochDay());
  }

  /** From the first character to the last, in code points. */
  private int[] cover(List<Anchor> anchors) {
    if (anchors.isEmpty()) {
      return new int[2];
    }
    CodePoints points = CodePoints.of(record.report().text());
    Span span = anchors.get(0).span();
    for (Anchor anchor : anchors) {
      span = span.cover(anchor.span());
    }
    return new int[] {points.fromUtf16(span.begin()), points.fromUtf16(span.end())};
  }

  private int alias(@Nullable String id) {
    Long alias = id == null ? null : filed.get(id);
    return alias == null ? 0 : Math.toIntExact(alias);
  }

  /** The side for which the actor speaks, itself if it speaks for none, 0 if not registered. */
  private int party(@Nullable String id) {
    Actor actor = id == null ? null : actors.get(id);
    if (actor == null) {
      return 0;
    }
    int side = alias(actor.side());
    return side == 0 ? alias(actor.id()) : side;
  }

  private int when(@Nullable String time) {
    TimeExpression expression = time == null ? null : times.get(time);
    if (expression != null && expression.value().length() >= 10) {
      try {
        return Math.toIntExact(LocalDate.parse(expression.value().substring(0, 10)).toEpochDay());
      } catch (DateTimeException notADay) {
        return day;
      }
    }
    return day;
  }

  private static String words(List<Anchor> anchors) {
    return anchors.stream().map(Anchor::text).collect(Collectors.joining(" … "));
  }

  private static Span first(List<Anchor> anchors) {
    return anchors.get(0).span();
  }

  /** The number of a word of the dossier's own list: issues, event types, modes, outlets. */
  static int word(Sql sql, String text) throws SQLException {
    String held = wellFormed(text);
    long n = sql.number("SELECT n FROM word WHERE text = ?", held);
    return Math.toIntExact(n >= 0 ? n : sql.insert("INSERT INTO word(text) VALUES(?)", held));
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
