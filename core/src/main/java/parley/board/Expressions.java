package parley.board;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import parley.record.Actor;
import parley.record.Anchor;
import parley.record.Position;
import parley.record.Quantity;
import parley.record.Record;
import parley.record.Stance;
import parley.record.Statement;
import parley.record.TimeExpression;
import parley.text.CodePoints;
import parley.text.Metadata;
import parley.text.Span;
import parley.text.Timestamp;

/**
 * Gathers the expressions of many records; a text that several reports carry is one expression with
 * copies ({@link Copies}). A report that is known to repeat another counts for the other's day.
 */
final class Expressions {

  private static final int MAX_WORDS = 300;

  private Expressions() {}

  /** Contributions in the order in which copies are told from originals, each report once. */
  static List<Contribution> inOrder(Collection<Record> records) {
    List<Contribution> ordered = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (Record record : records) {
      if (seen.add(record.report().id())) {
        ordered.add(contribution(record));
      }
    }
    // The earliest report is the one that others copy, in whatever order they were given.
    ordered.sort(
        Comparator.comparing(
                Contribution::published,
                Comparator.nullsFirst(Comparator.<LocalDate>naturalOrder()))
            .thenComparing(c -> c.duplicateOf() != null)
            .thenComparing(Contribution::report));
    return ordered;
  }

  /** The expressions of contributions in order; a text that several reports carry is one. */
  static Collection<Expression> of(List<Contribution> ordered) {
    Map<String, @Nullable LocalDate> days = new HashMap<>();
    ordered.forEach(c -> days.put(c.report(), c.published()));
    Copies<Expression> copies = new Copies<>(Expressions::withCopy);
    for (Contribution c : ordered) {
      LocalDate original = c.duplicateOf() == null ? null : days.get(c.duplicateOf());
      for (Contribution.Told told : c.told()) {
        Expression e = told.expression();
        copies.add(
            new SameAs(
                e.party(), e.issue(), e.stance(), Contribution.copyDay(e, original), told.clause()),
            e);
      }
    }
    return copies.originals();
  }

  private record SameAs(
      String party, String issue, Stance stance, @Nullable LocalDate day, String clause) {}

  static Contribution contribution(Record record) {
    List<Contribution.Told> told = new ArrayList<>();
    List<String> mediating = new ArrayList<>();
    if (!record.positions().isEmpty()) {
      One one = new One(record);
      for (Position p : record.positions()) {
        Expression e = one.expression(p);
        String towards =
            p.counterparty() == null || !one.actors.containsKey(p.counterparty())
                ? null
                : one.name(p.counterparty());
        told.add(new Contribution.Told(e, fold(e.content()), towards));
      }
      for (Actor actor : record.actors()) {
        if (actor.roles().stream().anyMatch(Parties::mediates)) {
          mediating.add(one.name(actor.id()));
        }
      }
    }
    return new Contribution(
        record.report().id(),
        published(record),
        record.report().metadata().repeats(),
        told,
        mediating);
  }

  private static @Nullable LocalDate published(Record record) {
    Timestamp stamp = record.report().metadata().published();
    return stamp == null ? null : stamp.date();
  }

  /** Letters and digits in lower case. */
  private static String fold(String text) {
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isLetterOrDigit(c)) {
        out.append(Character.toLowerCase(c));
      }
    }
    return out.toString();
  }

  private static Expression withCopy(Expression e, Expression copy) {
    List<String> copies = new ArrayList<>(e.copies());
    if (!copies.contains(copy.report())) {
      copies.add(copy.report());
    }
    return new Expression(
        e.party(),
        e.issue(),
        e.stance(),
        e.date(),
        e.report(),
        e.position(),
        e.outlet(),
        e.title(),
        e.words(),
        e.content(),
        e.condition(),
        e.quantity(),
        e.voice(),
        e.speaker(),
        e.confidence(),
        e.begin(),
        e.end(),
        copies,
        e.links());
  }

  /** The expressions of one record. */
  private static final class One {
    private final Record record;
    private final Map<String, Actor> actors = new HashMap<>();
    private final Map<String, Statement> statements = new HashMap<>();
    private final Map<String, TimeExpression> times = new HashMap<>();
    private final Map<String, Position> positions = new HashMap<>();
    private final Map<String, String> names = new HashMap<>();
    private final PartyNames partyNames;
    private final CodePoints points;
    private final @Nullable LocalDate publishedOn;

    One(Record record) {
      this.record = record;
      record.actors().forEach(a -> actors.put(a.id(), a));
      record.statements().forEach(s -> statements.put(s.id(), s));
      record.times().forEach(t -> times.put(t.id(), t));
      record.positions().forEach(p -> positions.put(p.id(), p));
      partyNames = new PartyNames(record.actors());
      points = CodePoints.of(record.report().text());
      publishedOn = published(record);
    }

    Expression expression(Position p) {
      Span content = cover(p.content());
      Metadata about = record.report().metadata();
      Quantity q = p.quantity();
      Statement statement = p.statement() == null ? null : statements.get(p.statement());
      List<Expression.Link> links = new ArrayList<>();
      for (String id : p.linkedTo()) {
        Position other = positions.get(id);
        if (other != null) {
          links.add(new Expression.Link(name(other.party()), other.issue()));
        }
      }
      return new Expression(
          name(p.party()),
          p.issue(),
          p.stance(),
          date(statement),
          record.report().id(),
          p.id(),
          about.agency() == null ? about.source() : about.agency(),
          about.title(),
          words(p),
          content.of(record.report().text()),
          p.condition().isEmpty() ? null : cover(p.condition()).of(record.report().text()),
          q == null ? null : new Expression.Measure(q.anchor().text(), q.value(), q.unit()),
          p.expressedBy() == null ? null : actorName(p.expressedBy()),
          statement == null || statement.speaker() == null ? null : actorName(statement.speaker()),
          p.provenance().confidence(),
          points.fromUtf16(content.begin()),
          points.fromUtf16(content.end()),
          List.of(),
          links);
    }

    private String name(String party) {
      return names.computeIfAbsent(
          party,
          id -> {
            Actor actor = actors.get(id);
            return actor == null ? id : partyNames.of(actor);
          });
    }

    private String actorName(String id) {
      Actor actor = actors.get(id);
      return actor == null ? id : actor.name();
    }

    /** When it was said if that is a day not after publication, else when it was published. */
    private @Nullable LocalDate date(@Nullable Statement statement) {
      TimeExpression time =
          statement == null || statement.time() == null ? null : times.get(statement.time());
      if (time != null && time.value().length() >= 10) {
        try {
          LocalDate day = LocalDate.parse(time.value().substring(0, 10));
          if (publishedOn == null || !day.isAfter(publishedOn)) {
            return day;
          }
        } catch (DateTimeException e) {
          // A week or a season is no day; the day of publication serves.
          return publishedOn;
        }
      }
      return publishedOn;
    }

    private String words(Position p) {
      String text = record.report().text();
      Span span = cover(p.content());
      Span cue = cover(p.cue());
      int gap = Math.max(span.begin() - cue.end(), cue.begin() - span.end());
      String words;
      if (gap <= 60) {
        words = span.cover(cue).of(text);
      } else if (cue.begin() < span.begin()) {
        words = cue.of(text) + " … " + span.of(text);
      } else {
        words = span.of(text) + " … " + cue.of(text);
      }
      for (Anchor a : p.condition()) {
        if (!words.contains(a.text())) {
          boolean before = a.span().begin() < span.begin();
          boolean near = !before && a.span().begin() - Math.max(span.end(), cue.end()) <= 2;
          String join = near ? " " : " … ";
          words = before ? a.text() + join + words : words + join + a.text();
        }
      }
      return shorten(words.replaceAll("\\s+", " "));
    }

    private static String shorten(String words) {
      if (words.length() <= MAX_WORDS) {
        return words;
      }
      int cut = words.lastIndexOf(' ', MAX_WORDS);
      return words.substring(0, cut < MAX_WORDS / 2 ? MAX_WORDS : cut) + " …";
    }

    private static Span cover(List<Anchor> anchors) {
      Span span = anchors.get(0).span();
      for (Anchor a : anchors) {
        span = span.cover(a.span());
      }
      return span;
    }
  }

  /** For messages and order: the same letters in the same case everywhere. */
  static String sortKey(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
