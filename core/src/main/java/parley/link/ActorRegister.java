package parley.link;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import parley.extract.actors.ActorReader;
import parley.record.Actor;
import parley.record.ActorKind;
import parley.record.Mention;
import parley.record.Record;
import parley.text.Timestamp;
import parley.world.State;
import parley.world.World;

/**
 * Recognises actors across reports: states by their code, organisations by known names, acronyms
 * and words, people by full names and their spellings, a bare surname only where one person bears
 * it. What a person has settled ({@link ActorRules}) comes first.
 *
 * <p>A pure function of records and rules: the same records in the same order give the same
 * register. Unnamed actors are not registered.
 */
public final class ActorRegister {

  /** Actors of one surname or acronym that are compared. */
  private static final int ALIKE = 40;

  private final ActorRules rules;

  public ActorRegister(ActorRules rules) {
    this.rules = rules;
  }

  /** Whether two names, given without their reports, are taken for one actor's. */
  public static boolean alike(String name, ActorKind kind, String other, ActorKind otherKind) {
    return ActorNames.same(name, kind, other, otherKind);
  }

  /** The registered actors in order of first appearance. */
  public List<RegisteredActor> link(List<Record> records) {
    Linking linking = new Linking();
    for (Record record : records) {
      for (Actor actor : record.actors()) {
        if (actor.named()) {
          linking.add(record, actor);
        }
      }
    }
    linking.shortNames();
    return linking.register();
  }

  private static final class Entry {
    final ActorKind kind;
    final Set<String> names = new LinkedHashSet<>();
    final Map<String, LocalDate[]> roles = new LinkedHashMap<>();
    final List<Appearance> appearances = new ArrayList<>();
    @Nullable String state;
    String name;

    Entry(String name, ActorKind kind) {
      this.name = name;
      this.kind = kind;
    }
  }

  /** A surname alone, held back until all full names are known. */
  private record Short(Record record, Actor actor) {}

  private final class Linking {
    private final Map<String, Entry> byKey = new LinkedHashMap<>();
    private final Map<String, List<Entry>> people = new HashMap<>();
    private final List<Entry> all = new ArrayList<>();
    private final List<Short> held = new ArrayList<>();

    void add(Record record, Actor actor) {
      Appearance appearance = new Appearance(record.report().id(), actor.id());
      String given = rules.assigned().get(appearance);
      if (given != null) {
        put(entryFor(given, actor.kind()), record, actor);
        return;
      }
      String name = rules.aliases().getOrDefault(actor.name(), actor.name());
      if (actor.kind() == ActorKind.PERSON) {
        if (name.strip().indexOf(' ') < 0) {
          held.add(new Short(record, actor));
          return;
        }
        put(person(name, record, actor), record, actor);
      } else {
        put(collective(name, actor), record, actor);
      }
    }

    private Entry entryFor(String name, ActorKind kind) {
      Entry entry = byKey.get(ActorNames.key(name, kind));
      if (entry == null) {
        entry = make(name, kind);
      }
      return entry;
    }

    private Entry make(String name, ActorKind kind) {
      Entry entry = new Entry(name, kind);
      byKey.put(ActorNames.key(name, kind), entry);
      all.add(entry);
      if (kind == ActorKind.PERSON) {
        List<Entry> list =
            people.computeIfAbsent(ActorReader.surnameKey(name), k -> new ArrayList<>(2));
        if (list.size() < ALIKE) {
          list.add(entry);
        }
      }
      return entry;
    }

    private Entry person(String name, Record record, Actor actor) {
      Entry equal = byKey.get(ActorNames.key(name, ActorKind.PERSON));
      if (equal != null && !rules.areApart(name, equal.name)) {
        return equal;
      }
      String state = stateOf(record, actor);
      for (Entry entry : people.getOrDefault(ActorReader.surnameKey(name), List.of())) {
        boolean states = state == null || entry.state == null || state.equals(entry.state);
        if (states
            && !rules.areApart(name, entry.name)
            && ActorReader.mayBeOnePerson(name, entry.name)) {
          return entry;
        }
      }
      return make(name, ActorKind.PERSON);
    }

    private Entry collective(String name, Actor actor) {
      Set<String> keys = new LinkedHashSet<>();
      keys.add(ActorNames.key(name, actor.kind()));
      for (Mention mention : actor.mentions()) {
        if (mention.form() == Mention.Form.NAME) {
          keys.add(ActorNames.key(mention.anchor().text(), actor.kind()));
        }
      }
      for (String key : keys) {
        Entry entry = byKey.get(key);
        if (entry != null && !rules.areApart(name, entry.name)) {
          keys.forEach(k -> byKey.putIfAbsent(k, entry));
          return entry;
        }
      }
      Entry entry = make(name, actor.kind());
      keys.forEach(k -> byKey.putIfAbsent(k, entry));
      return entry;
    }

    /** A surname alone belongs to the only person who bears it, or to one of the same state. */
    void shortNames() {
      for (Short one : held) {
        String name = rules.aliases().getOrDefault(one.actor().name(), one.actor().name());
        String state = stateOf(one.record(), one.actor());
        Entry only = null;
        boolean several = false;
        for (Entry entry : people.getOrDefault(ActorReader.surnameKey(name), List.of())) {
          boolean states = state == null || entry.state == null || state.equals(entry.state);
          if (states && ActorReader.mayBeOnePerson(name, entry.name)) {
            several |= only != null;
            only = entry;
          }
        }
        Entry entry = only == null || several ? entryFor(name, ActorKind.PERSON) : only;
        put(entry, one.record(), one.actor());
      }
    }

    private void put(Entry entry, Record record, Actor actor) {
      entry.appearances.add(new Appearance(record.report().id(), actor.id()));
      for (Mention mention : actor.mentions()) {
        if (mention.form() == Mention.Form.NAME) {
          entry.names.add(mention.anchor().text());
        }
      }
      if (entry.name.length() < actor.name().length()
          && !rules.assigned().containsValue(entry.name)
          && !rules.aliases().containsValue(entry.name)) {
        entry.name = actor.name();
      }
      String state = stateOf(record, actor);
      entry.state = entry.state == null ? state : entry.state;
      Timestamp published = record.report().metadata().published();
      LocalDate date = published == null ? null : published.date();
      for (String role : actor.roles()) {
        LocalDate[] dates = entry.roles.computeIfAbsent(role, k -> new LocalDate[2]);
        if (date != null) {
          dates[0] = dates[0] == null || date.isBefore(dates[0]) ? date : dates[0];
          dates[1] = dates[1] == null || date.isAfter(dates[1]) ? date : dates[1];
        }
      }
    }

    /** The state that the actor is or acts for, over at most three sides. */
    private @Nullable String stateOf(Record record, Actor actor) {
      Actor at = actor;
      for (int steps = 0; steps < 3; steps++) {
        if (at.kind() == ActorKind.STATE) {
          Optional<State> state = World.shipped().named(at.name());
          return state.map(State::alpha3).orElse(null);
        }
        String side = at.side();
        if (side == null) {
          return null;
        }
        Actor next = null;
        for (Actor other : record.actors()) {
          if (other.id().equals(side)) {
            next = other;
          }
        }
        if (next == null) {
          return null;
        }
        at = next;
      }
      return null;
    }

    List<RegisteredActor> register() {
      List<RegisteredActor> result = new ArrayList<>();
      Map<String, Integer> used = new HashMap<>();
      for (Entry entry : all) {
        if (entry.appearances.isEmpty()) {
          continue;
        }
        String id = ActorNames.key(entry.name, entry.kind);
        int times = used.merge(id, 1, Integer::sum);
        List<RegisteredActor.DatedRole> roles = new ArrayList<>();
        entry.roles.forEach(
            (role, dates) -> roles.add(new RegisteredActor.DatedRole(role, dates[0], dates[1])));
        result.add(
            new RegisteredActor(
                times == 1 ? id : id + " " + times,
                entry.name,
                entry.kind,
                new TreeSet<>(entry.names),
                entry.state,
                roles,
                rules.wikidata().get(entry.name),
                entry.appearances));
      }
      return result;
    }
  }
}
