package parley.board;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import parley.record.Actor;
import parley.record.Position;
import parley.record.Record;
import parley.record.Stance;

/** Tells what the parties are to the dispute and puts them in order. */
final class Parties {

  private static final int MANY = 2;

  private final Map<String, Integer> heard = new HashMap<>();
  private final Map<String, Integer> addressed = new HashMap<>();
  private final Map<String, Integer> mediating = new HashMap<>();
  private final Set<String> threatening = new HashSet<>();

  Parties(Collection<Record> records, Map<Board.Place, List<Expression>> byPlace) {
    byPlace.forEach(
        (place, list) -> {
          heard.merge(place.party(), list.size(), Integer::sum);
          if (list.stream().anyMatch(e -> e.stance() == Stance.THREATEN)) {
            threatening.add(place.party());
          }
        });
    records.forEach(this::roles);
  }

  private void roles(Record record) {
    if (record.positions().isEmpty()) {
      return;
    }
    PartyNames names = new PartyNames(record.actors());
    Map<String, String> byId = new HashMap<>();
    for (Actor actor : record.actors()) {
      if (actor.roles().stream().anyMatch(Parties::mediates)) {
        mediating.merge(names.of(actor), 1, Integer::sum);
      }
      byId.put(actor.id(), "");
    }
    for (Position p : record.positions()) {
      String other = p.counterparty();
      if (other != null && byId.containsKey(other)) {
        record.actors().stream()
            .filter(a -> a.id().equals(other))
            .findFirst()
            .ifPresent(a -> addressed.merge(names.of(a), 1, Integer::sum));
      }
    }
  }

  private static boolean mediates(String role) {
    String r = role.toLowerCase(Locale.ROOT);
    return r.contains("mediator") || r.contains("envoy") || r.contains("facilitator");
  }

  private Party.Role role(String party) {
    int asked = addressed.getOrDefault(party, 0);
    int mediates = mediating.getOrDefault(party, 0);
    if (mediates > 0 && mediates * MANY >= asked) {
      return Party.Role.MEDIATOR;
    }
    return asked >= MANY || threatening.contains(party) ? Party.Role.BELLIGERENT : Party.Role.OTHER;
  }

  /**
   * @param named the user's own order, empty for the board's
   */
  List<Party> inOrder(List<String> named) {
    List<Party> result = new ArrayList<>();
    if (!named.isEmpty()) {
      for (String name : named) {
        result.add(new Party(name, role(name), heard.getOrDefault(name, 0)));
      }
      return result;
    }
    heard.forEach((name, n) -> result.add(new Party(name, role(name), n)));
    result.sort(
        Comparator.comparing(Party::role)
            .thenComparing(Comparator.comparingInt(Party::expressions).reversed())
            .thenComparing(Party::name));
    return result;
  }
}
