package parley.app.dossier;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import parley.app.packing.Columns;
import parley.app.packing.DamagedException;
import parley.app.packing.Packing;

/**
 * What a report adds to the lists, as the store keeps it: a few bytes for each entry with what the
 * desk asks for. Words and names are by their number in the dossier's own lists, actors by the
 * alias under which they are filed; zero stands for none.
 *
 * @param published the day of publication, {@link #NO_DAY} if not known
 * @param repeats whether the report says of itself that it repeats another
 * @param cast the report's actors that are registered, by the record's ids
 * @param passages begin and end of each passage in the text, in UTF-16 units
 * @param mediating names of parties with an envoy or mediator, one for each such actor
 */
record Listed(
    int day,
    int published,
    int outlet,
    boolean copy,
    boolean repeats,
    int[] passages,
    List<Member> cast,
    int[] mediating,
    List<Row> rows) {

  /** No day is known. */
  static final int NO_DAY = Integer.MIN_VALUE;

  private static final int FORM = 1;

  // Columns: what is alike has one.
  private static final int DAY = 0;
  private static final int OUTLET = 1;
  private static final int FLAGS = 2;
  private static final int PASSAGES = 3;
  private static final int GAP = 4;
  private static final int LENGTH = 5;
  private static final int CAST = 6;
  private static final int ALIAS = 7;
  private static final int MEDIATING = 8;
  private static final int MEDIATOR = 9;
  private static final int ROWS = 10;
  private static final int WHAT = 11;
  private static final int KNOWN = 12;
  private static final int LETTERS = 13;
  private static final int ID = 14;
  private static final int COLUMN = 15;
  private static final int TERM = 16;
  private static final int TOWARDS = 17;
  private static final int HEARD = 18;
  private static final int UNIT = 19;
  private static final int BEGIN = 20;
  private static final int EXTENT = 21;

  // Of an entry these, and as many again for each kind.
  private static final int KINDS = 8;
  private static final int PASSAGE = 22;
  private static final int ACTOR = 23;
  private static final int PARTY = 24;
  private static final int OTHER = 25;
  private static final int CODE = 26;
  private static final int STANCE = 27;
  private static final int WHEN = 28;
  private static final int CONFIDENCE = 29;

  private static final Kind[] KIND = Kind.values();
  private static final Status[] STATUS = Status.values();

  /** An actor of the record and its alias. */
  record Member(String id, int alias) {}

  /**
   * One entry.
   *
   * @param code word: issue, type of event, mode of statement
   * @param confidence in hundredths
   * @param same of a statement: the same for the same words; else 0
   */
  record Row(
      Kind kind,
      String id,
      int passage,
      int actor,
      int party,
      int other,
      int code,
      int stance,
      int day,
      int confidence,
      Status status,
      int same,
      @Nullable Term term) {}

  /**
   * What the board needs of a position. Places are in code points.
   *
   * @param column word: the party's common name
   * @param towards word: that of the one addressed
   * @param heard the day on which it was expressed
   * @param copyDay the day by which copies are compared
   * @param outlet word
   * @param clause the same for the same words
   * @param amount of the quantity, NaN if it has none
   * @param unit word
   * @param content begin and end of the clause
   * @param condition begin and end, both 0 if there is none
   * @param quantity begin and end, both 0 if there is none
   */
  record Term(
      int column,
      int towards,
      int heard,
      int copyDay,
      int outlet,
      boolean own,
      double sure,
      long clause,
      double amount,
      int unit,
      int[] content,
      int[] condition,
      int[] quantity) {}

  /** In bytes, packed with the newest packing if there is one. */
  byte[] bytes(Sql sql) throws SQLException, IOException {
    int number = Packings.newest(sql);
    if (number == 0) {
      Numbers.Out out = new Numbers.Out();
      out.raw(FORM);
      write(out);
      return out.bytes();
    }
    Packing.Packed out = sql.packings().of(sql, number).columns();
    write(out);
    return Packings.headed(number, out.bytes());
  }

  void write(Columns.Out out) {
    out.signed(DAY, day);
    day(out, DAY, published, day);
    out.number(OUTLET, outlet);
    out.number(FLAGS, (copy ? 1 : 0) | (repeats ? 2 : 0));
    out.number(PASSAGES, passages.length);
    int lastPlace = 0;
    for (int i = 0; i < passages.length; i++) {
      out.signed(i % 2 == 0 ? GAP : LENGTH, passages[i] - (long) lastPlace);
      lastPlace = passages[i];
    }
    out.number(CAST, cast.size());
    List<Integer> aliases = new ArrayList<>();
    Ids ids = new Ids();
    for (Member member : cast) {
      ids.write(out, member.id());
      out.number(ALIAS, member.alias());
      aliases.add(member.alias());
    }
    out.number(MEDIATING, mediating.length);
    for (int name : mediating) {
      out.number(MEDIATOR, name);
    }
    out.number(ROWS, rows.size());
    int lastPassage = 0;
    int lastBegin = 0;
    for (Row row : rows) {
      int kind = KINDS * row.kind().ordinal();
      out.number(WHAT, row.kind().ordinal() | row.status().ordinal() << 3);
      ids.write(out, row.id());
      out.signed(PASSAGE + kind, row.passage() - lastPassage);
      lastPassage = row.passage();
      actor(out, ACTOR + kind, row.actor(), aliases);
      actor(out, PARTY + kind, row.party(), aliases);
      actor(out, OTHER + kind, row.other(), aliases);
      out.number(CODE + kind, row.code());
      out.number(STANCE + kind, row.stance());
      out.signed(WHEN + kind, row.day() - (long) day);
      out.number(CONFIDENCE + kind, row.confidence());
      if (row.kind() == Kind.STATEMENT) {
        out.fixed(row.same(), 4);
      }
      Term t = row.term();
      if (t != null) {
        out.number(COLUMN, t.column());
        boolean amount = !Double.isNaN(t.amount());
        boolean condition = t.condition()[1] > 0;
        boolean quantity = t.quantity()[1] > 0;
        out.number(
            TERM,
            (t.own() ? 1 : 0)
                | (condition ? 2 : 0)
                | (quantity ? 4 : 0)
                | (amount ? 8 : 0)
                | (t.copyDay() != t.heard() ? 16 : 0)
                | (t.outlet() != outlet ? 32 : 0)
                | (t.towards() != 0 ? 64 : 0));
        if (t.towards() != 0) {
          out.number(TOWARDS, t.towards());
        }
        day(out, HEARD, t.heard(), day);
        if (t.copyDay() != t.heard()) {
          day(out, HEARD, t.copyDay(), day);
        }
        if (t.outlet() != outlet) {
          out.number(OUTLET, t.outlet());
        }
        out.fixed(Double.doubleToLongBits(t.sure()), 8);
        out.fixed(t.clause(), 6);
        if (amount) {
          out.fixed(Double.doubleToLongBits(t.amount()), 8);
          out.number(UNIT, t.unit());
        }
        span(out, t.content(), lastBegin);
        lastBegin = t.content()[0];
        if (condition) {
          span(out, t.condition(), lastBegin);
        }
        if (quantity) {
          span(out, t.quantity(), lastBegin);
        }
      }
    }
  }

  private static void day(Columns.Out out, int column, int value, int base) {
    if (value == NO_DAY) {
      out.number(column, 0);
    } else {
      long delta = value - (long) base;
      out.number(column, (delta << 1 ^ delta >> 63) + 1);
    }
  }

  private static int day(Columns.In in, int column, int base) {
    long value = in.number(column) - 1;
    return value < 0 ? NO_DAY : (int) (base + (value >>> 1 ^ -(value & 1)));
  }

  private static void span(Columns.Out out, int[] span, int last) {
    out.signed(BEGIN, span[0] - (long) last);
    out.number(EXTENT, span[1] - (long) span[0]);
  }

  private static int[] span(Columns.In in, int last) {
    int begin = (int) (last + in.signed(BEGIN));
    return new int[] {begin, begin + in.small(EXTENT)};
  }

  private static void actor(Columns.Out out, int column, int alias, List<Integer> aliases) {
    out.number(column, alias == 0 ? 0 : aliases.indexOf(alias) + 1);
  }

  /**
   * What {@link #bytes} gave, of this Parley or an older one.
   *
   * @throws DossierException if it is damaged
   */
  static Listed of(Sql sql, byte[] bytes) throws SQLException, IOException {
    return read(sql, bytes, Listed::read);
  }

  /** The same with the packing at hand, null if there is none; many threads may ask. */
  static Listed of(@Nullable Packing packing, byte[] bytes) {
    return read(packing, bytes, Listed::read);
  }

  /** The {@link #passages} alone of what {@link #bytes} gave. */
  static int[] passages(Sql sql, byte[] bytes) throws SQLException, IOException {
    return read(
        sql,
        bytes,
        in -> {
          int day = (int) in.signed(DAY);
          day(in, DAY, day);
          in.small(OUTLET);
          in.small(FLAGS);
          return passages(in);
        });
  }

  private static <T> T read(Sql sql, byte[] bytes, Function<Columns.In, T> with)
      throws SQLException, IOException {
    int number = Packings.number(bytes);
    try {
      return read(number == 0 ? null : sql.packings().of(sql, number), bytes, with);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /**
   * @throws UncheckedIOException with a {@link DossierException} if it is damaged
   */
  private static <T> T read(@Nullable Packing packing, byte[] bytes, Function<Columns.In, T> with) {
    try {
      if (packing != null) {
        return with.apply(packing.columns(bytes, Packings.HEAD));
      }
      Numbers.In in = new Numbers.In(bytes);
      if (in.raw() == FORM) {
        return with.apply(in);
      }
    } catch (IndexOutOfBoundsException | NegativeArraySizeException | DamagedException e) {
      throw new UncheckedIOException(
          new DossierException("a list is damaged: run parley check --repair", e));
    }
    throw new UncheckedIOException(
        new DossierException("a list is of a newer Parley; use that Parley"));
  }

  private static int[] passages(Columns.In in) {
    int[] passages = new int[in.small(PASSAGES)];
    int place = 0;
    for (int i = 0; i < passages.length; i++) {
      place += (int) in.signed(i % 2 == 0 ? GAP : LENGTH);
      passages[i] = place;
    }
    return passages;
  }

  private static Listed read(Columns.In in) {
    int day = (int) in.signed(DAY);
    int published = day(in, DAY, day);
    int outlet = in.small(OUTLET);
    int flags = in.small(FLAGS);
    int[] passages = passages(in);
    Ids ids = new Ids();
    int members = in.small(CAST);
    List<Member> cast = new ArrayList<>(members);
    for (int i = 0; i < members; i++) {
      cast.add(new Member(ids.read(in), in.small(ALIAS)));
    }
    int[] mediating = new int[in.small(MEDIATING)];
    for (int i = 0; i < mediating.length; i++) {
      mediating[i] = in.small(MEDIATOR);
    }
    int count = in.small(ROWS);
    List<Row> rows = new ArrayList<>(count);
    int passage = 0;
    int begin = 0;
    for (int i = 0; i < count; i++) {
      int what = in.small(WHAT);
      Kind kind = KIND[what & 7];
      int of = KINDS * kind.ordinal();
      String id = ids.read(in);
      passage += (int) in.signed(PASSAGE + of);
      int actor = alias(in, ACTOR + of, cast);
      int party = alias(in, PARTY + of, cast);
      int other = alias(in, OTHER + of, cast);
      int code = in.small(CODE + of);
      int stance = in.small(STANCE + of);
      int on = (int) (day + in.signed(WHEN + of));
      int confidence = in.small(CONFIDENCE + of);
      int same = kind == Kind.STATEMENT ? (int) in.fixed(4) : 0;
      Term term = null;
      if (kind == Kind.POSITION) {
        term = term(in, day, outlet, begin);
        begin = term.content()[0];
      }
      rows.add(
          new Row(
              kind,
              id,
              passage,
              actor,
              party,
              other,
              code,
              stance,
              on,
              confidence,
              STATUS[what >> 3],
              same,
              term));
    }
    return new Listed(
        day,
        published,
        outlet,
        (flags & 1) != 0,
        (flags & 2) != 0,
        passages,
        cast,
        mediating,
        rows);
  }

  private static Term term(Columns.In in, int day, int outlet, int last) {
    int column = in.small(COLUMN);
    int flags = in.small(TERM);
    int towards = (flags & 64) != 0 ? in.small(TOWARDS) : 0;
    int heard = day(in, HEARD, day);
    int copyDay = (flags & 16) != 0 ? day(in, HEARD, day) : heard;
    int by = (flags & 32) != 0 ? in.small(OUTLET) : outlet;
    double sure = Double.longBitsToDouble(in.fixed(8));
    long clause = in.fixed(6);
    double amount = (flags & 8) != 0 ? Double.longBitsToDouble(in.fixed(8)) : Double.NaN;
    int unit = (flags & 8) != 0 ? in.small(UNIT) : 0;
    int[] content = span(in, last);
    int[] none = new int[2];
    int[] condition = (flags & 2) != 0 ? span(in, content[0]) : none;
    int[] quantity = (flags & 4) != 0 ? span(in, content[0]) : none;
    return new Term(
        column,
        towards,
        heard,
        copyDay,
        by,
        (flags & 1) != 0,
        sure,
        clause,
        amount,
        unit,
        content,
        condition,
        quantity);
  }

  private static int alias(Columns.In in, int column, List<Member> cast) {
    int index = in.small(column);
    return index == 0 ? 0 : cast.get(index - 1).alias();
  }

  /** Ids such as s12, each told from the last of its letters. */
  private static final class Ids {
    private final Map<String, Integer> last = new LinkedHashMap<>();
    private final List<String> letters = new ArrayList<>();

    void write(Columns.Out out, String id) {
      int digits = Id.letters(id);
      if (digits < 0) {
        out.number(KNOWN, 0);
        out.text(LETTERS, id);
        return;
      }
      String prefix = id.substring(0, digits);
      int number = Integer.parseInt(id.substring(digits));
      int known = letters.indexOf(prefix);
      if (known < 0) {
        known = letters.size();
        letters.add(prefix);
        out.number(KNOWN, known + 1L);
        out.text(LETTERS, prefix);
      } else {
        out.number(KNOWN, known + 1L);
      }
      out.signed(ID, number - 1L - last.getOrDefault(prefix, 0));
      last.put(prefix, number);
    }

    String read(Columns.In in) {
      int known = in.small(KNOWN);
      if (known == 0) {
        return in.text(LETTERS);
      }
      if (known > letters.size()) {
        letters.add(in.text(LETTERS));
      }
      String prefix = letters.get(known - 1);
      int number = (int) (in.signed(ID) + 1 + last.getOrDefault(prefix, 0));
      last.put(prefix, number);
      return prefix + number;
    }
  }
}
