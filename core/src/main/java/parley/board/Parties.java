package parley.board;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import parley.record.Stance;

/** Tells what the parties are to the dispute and puts them in order. */
final class Parties {

  private final Map<String, Integer> heard = new HashMap<>();
  private final Map<String, Integer> addressed = new HashMap<>();
  private final Map<String, Integer> mediating = new HashMap<>();
  private final Set<String> threatening = new HashSet<>();

  Parties(List<Contribution> reports, Map<Board.Place, List<Expression>> byPlace) {
    byPlace.forEach(
        (place, list) -> {
          heard.merge(place.party(), list.size(), Integer::sum);
          if (list.stream().anyMatch(e -> e.stance() == Stance.THREATEN)) {
            threatening.add(place.party());
          }
        });
    for (Contribution report : reports) {
      report.mediating().forEach(name -> mediating.merge(name, 1, Integer::sum));
      for (Contribution.Told told : report.told()) {
        if (told.towards() != null) {
          addressed.merge(told.towards(), 1, Integer::sum);
        }
      }
    }
  }

  static boolean mediates(String role) {
    String r = role.toLowerCase(Locale.ROOT);
    return r.contains("mediator") || r.contains("envoy") || r.contains("facilitator");
  }

  private Party.Role role(String party) {
    return Party.Role.of(
        addressed.getOrDefault(party, 0),
        mediating.getOrDefault(party, 0),
        threatening.contains(party));
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
    result.sort(Party.IN_ORDER);
    return result;
  }
}
