package parley.app.dossier;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

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

  byte[] bytes() {
    Numbers.Out out = new Numbers.Out();
    out.number(FORM);
    out.signed(day);
    day(out, published, day);
    out.number(outlet);
    out.number((copy ? 1 : 0) | (repeats ? 2 : 0));
    out.number(passages.length);
    int lastPlace = 0;
    for (int place : passages) {
      out.signed(place - (long) lastPlace);
      lastPlace = place;
    }
    out.number(cast.size());
    List<Integer> aliases = new ArrayList<>();
    Ids ids = new Ids();
    for (Member member : cast) {
      ids.write(out, member.id());
      out.number(member.alias());
      aliases.add(member.alias());
    }
    out.number(mediating.length);
    for (int name : mediating) {
      out.number(name);
    }
    out.number(rows.size());
    int lastPassage = 0;
    int lastBegin = 0;
    for (Row row : rows) {
      out.number(row.kind().ordinal() | row.status().ordinal() << 3);
      ids.write(out, row.id());
      out.signed(row.passage() - lastPassage);
      lastPassage = row.passage();
      actor(out, row.actor(), aliases);
      actor(out, row.party(), aliases);
      actor(out, row.other(), aliases);
      out.number(row.code());
      out.number(row.stance());
      out.signed(row.day() - (long) day);
      out.number(row.confidence());
      if (row.kind() == Kind.STATEMENT) {
        out.fixed(row.same(), 4);
      }
      Term t = row.term();
      if (t != null) {
        out.number(t.column());
        boolean amount = !Double.isNaN(t.amount());
        boolean condition = t.condition()[1] > 0;
        boolean quantity = t.quantity()[1] > 0;
        out.number(
            (t.own() ? 1 : 0)
                | (condition ? 2 : 0)
                | (quantity ? 4 : 0)
                | (amount ? 8 : 0)
                | (t.copyDay() != t.heard() ? 16 : 0)
                | (t.outlet() != outlet ? 32 : 0)
                | (t.towards() != 0 ? 64 : 0));
        if (t.towards() != 0) {
          out.number(t.towards());
        }
        day(out, t.heard(), day);
        if (t.copyDay() != t.heard()) {
          day(out, t.copyDay(), day);
        }
        if (t.outlet() != outlet) {
          out.number(t.outlet());
        }
        out.fixed(Double.doubleToLongBits(t.sure()), 8);
        out.fixed(t.clause(), 6);
        if (amount) {
          out.fixed(Double.doubleToLongBits(t.amount()), 8);
          out.number(t.unit());
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
    return out.bytes();
  }

  private static void day(Numbers.Out out, int value, int base) {
    if (value == NO_DAY) {
      out.number(0);
    } else {
      long delta = value - (long) base;
      out.number((delta << 1 ^ delta >> 63) + 1);
    }
  }

  private static int day(Numbers.In in, int base) {
    long value = in.number() - 1;
    return value < 0 ? NO_DAY : (int) (base + (value >>> 1 ^ -(value & 1)));
  }

  private static void span(Numbers.Out out, int[] span, int last) {
    out.signed(span[0] - (long) last);
    out.number(span[1] - (long) span[0]);
  }

  private static int[] span(Numbers.In in, int last) {
    int begin = (int) (last + in.signed());
    return new int[] {begin, begin + in.small()};
  }

  private static void actor(Numbers.Out out, int alias, List<Integer> aliases) {
    out.number(alias == 0 ? 0 : aliases.indexOf(alias) + 1);
  }

  static Listed of(byte[] bytes) throws DossierException {
    Numbers.In in = new Numbers.In(bytes);
    try {
      if (in.number() != FORM) {
        throw new DossierException("a list is of a newer Parley; use that Parley");
      }
      return read(in);
    } catch (ArrayIndexOutOfBoundsException e) {
      throw new DossierException("a list is damaged: run parley check --repair", e);
    }
  }

  private static Listed read(Numbers.In in) {
    int day = (int) in.signed();
    int published = day(in, day);
    int outlet = in.small();
    int flags = in.small();
    int[] passages = new int[in.small()];
    int place = 0;
    for (int i = 0; i < passages.length; i++) {
      place += (int) in.signed();
      passages[i] = place;
    }
    Ids ids = new Ids();
    int members = in.small();
    List<Member> cast = new ArrayList<>(members);
    for (int i = 0; i < members; i++) {
      cast.add(new Member(ids.read(in), in.small()));
    }
    int[] mediating = new int[in.small()];
    for (int i = 0; i < mediating.length; i++) {
      mediating[i] = in.small();
    }
    int count = in.small();
    List<Row> rows = new ArrayList<>(count);
    int passage = 0;
    int begin = 0;
    for (int i = 0; i < count; i++) {
      int what = in.small();
      Kind kind = Kind.values()[what & 7];
      String id = ids.read(in);
      passage += (int) in.signed();
      int actor = alias(in, cast);
      int party = alias(in, cast);
      int other = alias(in, cast);
      int code = in.small();
      int stance = in.small();
      int on = (int) (day + in.signed());
      int confidence = in.small();
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
              Status.values()[what >> 3],
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

  private static Term term(Numbers.In in, int day, int outlet, int last) {
    int column = in.small();
    int flags = in.small();
    int towards = (flags & 64) != 0 ? in.small() : 0;
    int heard = day(in, day);
    int copyDay = (flags & 16) != 0 ? day(in, day) : heard;
    int by = (flags & 32) != 0 ? in.small() : outlet;
    double sure = Double.longBitsToDouble(in.fixed(8));
    long clause = in.fixed(6);
    double amount = (flags & 8) != 0 ? Double.longBitsToDouble(in.fixed(8)) : Double.NaN;
    int unit = (flags & 8) != 0 ? in.small() : 0;
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

  private static int alias(Numbers.In in, List<Member> cast) {
    int index = in.small();
    return index == 0 ? 0 : cast.get(index - 1).alias();
  }

  /** Ids such as s12, each told from the last of its letters. */
  private static final class Ids {
    private final Map<String, Integer> last = new LinkedHashMap<>();
    private final List<String> letters = new ArrayList<>();

    void write(Numbers.Out out, String id) {
      int digits = Id.letters(id);
      if (digits < 0) {
        out.number(0);
        out.text(id);
        return;
      }
      String prefix = id.substring(0, digits);
      int number = Integer.parseInt(id.substring(digits));
      int known = letters.indexOf(prefix);
      if (known < 0) {
        known = letters.size();
        letters.add(prefix);
        out.number(known + 1L);
        out.text(prefix);
      } else {
        out.number(known + 1L);
      }
      out.signed(number - 1L - last.getOrDefault(prefix, 0));
      last.put(prefix, number);
    }

    String read(Numbers.In in) {
      int known = in.small();
      if (known == 0) {
        return in.text();
      }
      if (known > letters.size()) {
        letters.add(in.text());
      }
      String prefix = letters.get(known - 1);
      int number = (int) (in.signed() + 1 + last.getOrDefault(prefix, 0));
      last.put(prefix, number);
      return prefix + number;
    }
  }
}
