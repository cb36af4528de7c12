package parley.link;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import parley.record.Actor;
import parley.record.ActorKind;
import parley.record.Event;
import parley.record.Location;
import parley.record.Record;
import parley.record.Statement;
import parley.record.TimeExpression;
import parley.record.Toll;
import parley.text.Timestamp;
import parley.world.NameWords;

/**
 * One report's version of an event, in words that can be compared with other reports'.
 *
 * @param report the report's id
 * @param event the event's id in that report
 * @param mode null if none is told
 * @param day when it happened if the report says so, else the only day that stands near it, else
 *     when the report was published; null if none is known
 * @param dated whether the report says of the event when it happened
 * @param actors keys of those who did it, the same for the same actor in all reports
 * @param targets keys of those to whom it was done
 * @param place key of the place, null if not known
 * @param placed whether the report says of the event where it happened; else the place is the one
 *     that stands near it
 * @param state alpha-3 code of the state in which the place lies, null if not known
 * @param speaker the name of the one whose account it is, null if it is the report's own
 */
public record Account(
    String report,
    String event,
    String type,
    @Nullable String mode,
    @Nullable LocalDate day,
    boolean dated,
    Set<String> actors,
    Set<String> targets,
    @Nullable String place,
    boolean placed,
    @Nullable String state,
    List<Toll> toll,
    Event.Status status,
    @Nullable String speaker) {

  public Account {
    actors = Set.copyOf(actors);
    targets = Set.copyOf(targets);
    toll = List.copyOf(toll);
  }

  /** The accounts of a report, in the order of its events. */
  public static List<Account> of(Record record) {
    Map<String, Actor> actors = new HashMap<>();
    record.actors().forEach(a -> actors.put(a.id(), a));
    Map<String, String> times = new HashMap<>();
    for (TimeExpression time : record.times()) {
      times.put(time.id(), time.value());
    }
    Map<String, String> speakers = new HashMap<>();
    for (Statement statement : record.statements()) {
      Actor speaker = actors.get(String.valueOf(statement.speaker()));
      if (speaker != null) {
        speakers.put(statement.id(), speaker.name());
      }
    }
    ActorStates states = new ActorStates(record);
    Timestamp published = record.report().metadata().published();
    LocalDate reported = published == null ? null : published.date();
    Surroundings near = new Surroundings(record);
    List<Account> accounts = new ArrayList<>();
    for (Event event : record.events()) {
      LocalDate told = day(times.get(String.valueOf(event.time())));
      LocalDate day = told == null ? near.day(event) : told;
      Actor said = actors.get(String.valueOf(event.place()));
      Actor place = said == null ? near.place(event) : said;
      accounts.add(
          new Account(
              record.report().id(),
              event.id(),
              event.type(),
              event.mode(),
              day == null ? reported : day,
              told != null,
              keys(event.actors(), actors, states),
              keys(event.targets(), actors, states),
              place == null ? null : placeKey(place),
              said != null,
              place == null ? null : states.of(place).map(s -> s.alpha3()).orElse(null),
              event.toll(),
              event.status(),
              speakers.get(String.valueOf(event.attributedTo()))));
    }
    return accounts;
  }

  /** The same for two spellings of one town. */
  private static String placeKey(Actor place) {
    Location location = place.location();
    return location == null || location.city() == null || location.latitude() == null
        ? ActorNames.key(place.name(), place.kind())
        : "place:" + location.latitude() + "," + location.longitude();
  }

  static @Nullable LocalDate day(@Nullable String value) {
    if (value == null || value.length() < 10) {
      return null;
    }
    try {
      return LocalDate.parse(value.substring(0, 10));
    } catch (DateTimeException e) {
      return null;
    }
  }

  /** Keys of named actors and of the states for which unnamed ones act. */
  private static Set<String> keys(List<String> ids, Map<String, Actor> actors, ActorStates states) {
    Set<String> keys = new TreeSet<>();
    for (String id : ids) {
      Actor actor = actors.get(id);
      if (actor == null) {
        continue;
      }
      if (actor.named() && actor.kind() == ActorKind.PERSON) {
        keys.add("person:" + NameWords.fold(actor.name()));
      } else if (actor.named()) {
        keys.add(ActorNames.key(actor.name(), actor.kind()));
      } else {
        List<String> words = NameWords.of(actor.name());
        Optional<String> state = states.of(actor).map(s -> s.alpha3());
        if (!words.isEmpty()) {
          keys.add(UNNAMED + state.orElse("") + " " + words.get(words.size() - 1));
        }
      }
      // What a state's army or minister does, another report gives to the state.
      Actor side = actors.get(String.valueOf(actor.side()));
      if (side != null && side.kind() == ActorKind.STATE) {
        keys.add(ActorNames.key(side.name(), side.kind()));
      }
    }
    return keys;
  }

  /** What the keys of actors without a name begin with. */
  static final String UNNAMED = "unnamed:";
}
