package parley.record;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import parley.text.Report;

/**
 * Everything that was read from one report. It cannot hold an anchor that does not stand in the
 * report, an id twice, or a reference to an id that is not there.
 *
 * @param reader version of the reader and its models that made it
 */
public record Record(
    Report report,
    String reader,
    List<Actor> actors,
    List<Statement> statements,
    List<Event> events,
    List<Incident> incidents,
    List<Position> positions,
    List<TimeExpression> times) {

  /**
   * @throws IllegalArgumentException if an anchor, id or reference does not hold; the message names
   *     the entry
   */
  public Record {
    actors = List.copyOf(actors);
    statements = List.copyOf(statements);
    events = List.copyOf(events);
    incidents = List.copyOf(incidents);
    positions = List.copyOf(positions);
    times = List.copyOf(times);
    new Check(report).all(actors, statements, events, incidents, positions, times);
  }

  /** A record of parts and metadata alone, for a report that is not read further. */
  public static Record unread(Report report, String reader) {
    return new Record(
        report, reader, List.of(), List.of(), List.of(), List.of(), List.of(), List.of());
  }

  private static final class Check {
    private final Report report;
    private final Set<String> ids = new HashSet<>();

    Check(Report report) {
      this.report = report;
    }

    void all(
        List<Actor> actors,
        List<Statement> statements,
        List<Event> events,
        List<Incident> incidents,
        List<Position> positions,
        List<TimeExpression> times) {
      Stream.of(
              actors.stream().map(Actor::id),
              statements.stream().map(Statement::id),
              events.stream().map(Event::id),
              incidents.stream().map(Incident::id),
              positions.stream().map(Position::id),
              times.stream().map(TimeExpression::id))
          .flatMap(s -> s)
          .forEach(
              id -> {
                if (!ids.add(id)) {
                  throw new IllegalArgumentException("id " + id + " is given twice");
                }
              });
      for (Actor a : actors) {
        refers(a.id(), a.side());
        a.mentions().forEach(m -> stands(a.id(), m.anchor()));
        a.facts().forEach(f -> stands(a.id(), f.anchor()));
      }
      for (Statement s : statements) {
        stand(s.id(), s.source(), s.cue(), s.content());
        if (s.venue() != null) {
          stands(s.id(), s.venue());
        }
        refers(s.id(), s.speaker(), s.addressee(), s.time(), s.within());
      }
      for (Event e : events) {
        stand(e.id(), e.cue());
        e.toll().forEach(t -> stands(e.id(), t.anchor()));
        refers(e.id(), e.place(), e.time(), e.attributedTo());
        refer(e.id(), e.actors(), e.targets());
      }
      for (Incident i : incidents) {
        stand(i.id(), i.targets());
        if (i.weapon() != null) {
          stands(i.id(), i.weapon());
        }
        refers(i.id(), i.place(), i.time());
        refer(i.id(), i.perpetrators(), i.victims(), i.events());
      }
      for (Position p : positions) {
        stand(p.id(), p.cue(), p.content(), p.condition());
        if (p.quantity() != null) {
          stands(p.id(), p.quantity().anchor());
        }
        refers(p.id(), p.party(), p.deadline(), p.counterparty(), p.statement(), p.expressedBy());
        refer(p.id(), p.linkedTo());
      }
      times.forEach(t -> stands(t.id(), t.anchor()));
    }

    @SafeVarargs
    private void stand(String owner, List<Anchor>... lists) {
      for (List<Anchor> list : lists) {
        list.forEach(anchor -> stands(owner, anchor));
      }
    }

    private void stands(String owner, Anchor anchor) {
      if (!anchor.holdsIn(report)) {
        throw new IllegalArgumentException(
            owner + ": " + anchor + " does not stand in report " + report.id());
      }
    }

    private void refers(String owner, @Nullable String... targets) {
      List<String> named = new ArrayList<>();
      for (String target : targets) {
        if (target != null) {
          named.add(target);
        }
      }
      refer(owner, named);
    }

    @SafeVarargs
    private void refer(String owner, List<String>... lists) {
      for (List<String> list : lists) {
        for (String target : list) {
          if (!ids.contains(target)) {
            throw new IllegalArgumentException(owner + " refers to " + target + ", which is not");
          }
        }
      }
    }
  }
}
