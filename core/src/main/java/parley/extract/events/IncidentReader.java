package parley.extract.events;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import parley.extract.actors.Cast;
import parley.extract.events.internal.Filler.Occurrence;
import parley.extract.events.internal.IncidentModel;
import parley.extract.events.internal.IncidentModel.Draft;
import parley.extract.events.internal.IncidentModel.Filled;
import parley.extract.events.internal.IncidentModel.Role;
import parley.language.AnalysedReport;
import parley.record.Actor;
import parley.record.Anchor;
import parley.record.Event;
import parley.record.Incident;
import parley.text.Span;

/**
 * Groups the violent events of a report that are one happening, with its perpetrators, victims,
 * targets and weapon, as the templates of MUC-3 and MUC-4 do. The types and who plays which part
 * are told by {@link IncidentModel}; a report that asserts no violent event has none.
 */
public final class IncidentReader {

  private static final Set<String> VIOLENT = Set.of("ASSAULT", "COERCE");

  private final IncidentModel model = IncidentModel.shipped();

  /**
   * Incidents i1, i2, …; at most one a type.
   *
   * @param events of the same report
   */
  public List<Incident> read(AnalysedReport report, Cast cast, List<Event> events) {
    List<Event> violent =
        events.stream()
            .filter(e -> VIOLENT.contains(e.type()) && e.status() == Event.Status.ASSERTED)
            .toList();
    if (violent.isEmpty()) {
      return List.of();
    }
    List<Incident> incidents = new ArrayList<>();
    for (Draft draft : model.read(report)) {
      List<Event> own = eventsOf(report, draft, violent);
      // Where none stands beside its parts, the report's violent events are what it is told by.
      List<Event> told = own.isEmpty() ? violent : own;
      incidents.add(incident("i" + (incidents.size() + 1), report, cast, draft, told));
    }
    return incidents;
  }

  /** The events of the sentences in which the incident's fillers stand. */
  private static List<Event> eventsOf(AnalysedReport report, Draft draft, List<Event> violent) {
    Set<Integer> sentences = new HashSet<>();
    for (List<Filled> fillers : draft.fillers().values()) {
      for (Filled filled : fillers) {
        filled.filler().occurrences().forEach(o -> sentences.add(o.sentence()));
      }
    }
    List<Event> own = new ArrayList<>();
    // Events and sentences are both in text order: one walk tells which event stands where.
    int s = 0;
    for (Event event : violent) {
      Span cue = event.cue().get(0).span();
      while (report.sentences().get(s).span().end() < cue.end()) {
        s++;
      }
      if (sentences.contains(s)) {
        own.add(event);
      }
    }
    return own;
  }

  private static Incident incident(
      String id, AnalysedReport report, Cast cast, Draft draft, List<Event> events) {
    Set<String> perpetrators = new LinkedHashSet<>();
    perpetrators.addAll(actors(cast, draft, Role.PERPETRATOR_INDIVIDUAL));
    perpetrators.addAll(actors(cast, draft, Role.PERPETRATOR_ORGANIZATION));
    Set<String> victims = new LinkedHashSet<>(actors(cast, draft, Role.VICTIM));
    victims.removeAll(perpetrators);
    List<Anchor> weapons = anchors(report, draft, Role.WEAPON);
    return new Incident(
        id,
        draft.type(),
        first(events.stream().map(Event::place).toList()),
        first(events.stream().map(Event::time).toList()),
        List.copyOf(perpetrators),
        List.copyOf(victims),
        anchors(report, draft, Role.TARGET),
        weapons.isEmpty() ? null : weapons.get(0),
        events.stream().map(Event::id).toList());
  }

  private static @Nullable String first(List<@Nullable String> ids) {
    return ids.stream().filter(Objects::nonNull).findFirst().orElse(null);
  }

  private static List<String> actors(Cast cast, Draft draft, Role role) {
    List<String> ids = new ArrayList<>();
    for (Filled filled : draft.fillers().getOrDefault(role, List.of())) {
      for (Occurrence o : filled.filler().occurrences()) {
        Actor actor = cast.bestFor(o.span()).orElse(null);
        if (actor != null) {
          ids.add(actor.id());
          break;
        }
      }
    }
    return ids;
  }

  private static List<Anchor> anchors(AnalysedReport report, Draft draft, Role role) {
    return draft.fillers().getOrDefault(role, List.of()).stream()
        .map(f -> Anchor.in(report.report(), f.filler().occurrences().get(0).span()))
        .toList();
  }
}
