package parley.extract.actors;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import parley.record.ActorKind;
import parley.record.Location;
import parley.world.Gazetteer;
import parley.world.GeoNames;
import parley.world.NameWords;
import parley.world.Organisation;
import parley.world.Place;
import parley.world.State;
import parley.world.World;

/**
 * Says where the places of a report lie. Of the places of one name the likeliest is taken: the one
 * whose state stands beside the name ("Tripoli, Lebanon"), else the one of a state that the report
 * names, else the largest; none if that leaves two about as likely.
 */
final class Locations {

  /** Tokens before and after a name in which its state may stand. */
  private static final int REACH = 5;

  /** What a state that stands beside the name counts, in powers of e of population. */
  private static final double BESIDE = 24;

  /**
   * What a state named anywhere in the report counts: a town there against one 400 times larger.
   */
  private static final double NAMED = 6;

  /** What each doubling of such names adds, by its logarithm. */
  private static final double OFTEN = 2;

  /** A capital is meant more often than its size tells. */
  private static final double CAPITAL = 1.5;

  /** By so much the likeliest must lead if the report says something for it. */
  private static final double LEAD = Math.log(3);

  /** The same if it is by size alone. */
  private static final double CLEAR_LEAD = Math.log(4);

  /** A town of fewer people is not known by its name alone. */
  private static final double WELL_KNOWN = 100_000;

  /**
   * A well-known town so many times larger than its namesake is meant, unless that is well known
   * too or its region is named.
   */
  private static final double NAMESAKE = 5;

  /** A region is meant rather than a smaller town elsewhere that is called like it. */
  private static final double TOWN_NOT_REGION = 200_000;

  /** Degrees between two entries of one town. */
  private static final double ONE_TOWN = 0.5;

  private static final Set<String> WITHIN = Set.of("in", "of", "at");

  private final World world = World.shipped();
  private final Gazetteer gazetteer;

  /** How often the report names each country, by alpha-2 code. */
  private final Map<String, Integer> named = new HashMap<>();

  /** Folded names of places in the report, by which regions are known to be named. */
  private final Set<String> places = new HashSet<>();

  /** Countries beside the name of a place, and how often. */
  private final Map<Entity, Map<String, Integer>> beside = new HashMap<>();

  /** How often the name is a division's by its words, less how often it is not. */
  private final Map<Entity, Integer> divisions = new HashMap<>();

  /**
   * @param names the names of the report, which have entities
   */
  Locations(List<Draft> names, Gazetteer gazetteer) {
    this.gazetteer = gazetteer;
    for (Draft name : names) {
      if (name.entity == null) {
        continue;
      }
      if (name.kind == ActorKind.PLACE) {
        lookBeside(name, name.entity);
        places.add(NameWords.fold(name.text()));
      }
      String country = country(name, name.entity);
      if (country != null) {
        named.merge(country, 1, Integer::sum);
      }
    }
  }

  /** The country that a name tells whatever else the report says, by alpha-2 code. */
  private @Nullable String country(Draft name, Entity entity) {
    if (entity.state != null) {
      return entity.state.alpha2();
    }
    if (entity.organOf != null) {
      return entity.organOf.alpha2();
    }
    if (name.kind == ActorKind.ORGANIZATION) {
      return world
          .organisation(name.text())
          .map(Organisation::state)
          .flatMap(world::byCode)
          .map(State::alpha2)
          .orElse(null);
    }
    return name.kind == ActorKind.PLACE ? only(name.text()) : null;
  }

  /** The country of all places of note of that name. */
  private @Nullable String only(String text) {
    String only = world.ofRegion(text).map(State::alpha2).orElse(null);
    double largest = 0;
    for (Place place : gazetteer.find(bare(text))) {
      largest = Math.max(largest, place.population());
      boolean notable = place.population() > Math.max(10_000, largest / 50);
      if (notable && only != null && !only.equals(place.country())) {
        return null;
      }
      only = notable ? place.country() : only;
    }
    return only;
  }

  private void lookBeside(Draft name, Entity entity) {
    Tree tree = name.tree;
    boolean division =
        name.end < tree.size() && GeoNames.isDivision(tree.low(name.end))
            || name.begin > 1
                && tree.low(name.begin - 1).equals("of")
                && GeoNames.isDivision(tree.low(name.begin - 2))
            || GeoNames.isDivision(tree.low(name.end - 1));
    divisions.merge(entity, division ? 1 : -1, Integer::sum);
    String country = after(name);
    country = country == null ? before(name) : country;
    if (country != null) {
      beside.computeIfAbsent(entity, k -> new HashMap<>(2)).merge(country, 1, Integer::sum);
    }
  }

  /** "Tripoli, Lebanon", "Tripoli in northern Lebanon", "Cordoba province, Argentina". */
  private @Nullable String after(Draft name) {
    Tree tree = name.tree;
    int from = name.end;
    if (from < tree.size() && GeoNames.isDivision(tree.low(from))) {
      from++;
    }
    if (from >= tree.size()) {
      return null;
    }
    boolean comma = tree.token(from).form().equals(",");
    if (!comma && !WITHIN.contains(tree.low(from))) {
      return null;
    }
    for (int i = from + 1; i < tree.size() && i < from + (comma ? 2 : REACH); i++) {
      Draft next = tree.draft(i);
      if (next != null && next.isName() && next.entity != null) {
        return next.begin == i ? landOf(next) : null;
      }
      String tag = tree.token(i).tag();
      if (!tag.startsWith("JJ") && !tag.equals("DT")) {
        return null;
      }
    }
    return null;
  }

  /** "The Lebanese city of Tripoli", "Lebanon's Tripoli", "the Libyan capital, Tripoli". */
  private @Nullable String before(Draft name) {
    Tree tree = name.tree;
    boolean capital = false;
    for (int i = name.begin - 1; i >= 0 && i >= name.begin - REACH; i--) {
      Draft other = tree.draft(i);
      if (other != null && other.isName()) {
        Entity entity = other.entity;
        boolean adjective = i + 1 < name.begin || tree.token(i).tag().startsWith("JJ");
        return adjective && entity != null && entity.state != null ? entity.state.alpha2() : null;
      }
      String low = tree.low(i);
      capital |= low.equals("capital") || low.equals("city");
      boolean mark = !Character.isLetterOrDigit(low.charAt(0)) && !low.startsWith("'");
      boolean bridges = low.equals(",") && i == name.begin - 1 || low.startsWith("’");
      if (tree.isVerb(i) || mark && !bridges || tree.token(i).tag().equals("CC")) {
        return null;
      }
      boolean tied = low.equals("of") || low.equals("'s") || low.equals("’s");
      if (tree.token(i).tag().equals("IN") && !tied) {
        return null;
      }
    }
    return null;
  }

  /** The country of a state or of a region that stands beside a town. */
  private @Nullable String landOf(Draft land) {
    Entity entity = land.entity;
    if (entity != null && entity.state != null) {
      // "In Geneva, American officials said".
      return world.named(land.text()).isPresent() ? entity.state.alpha2() : null;
    }
    return land.kind == ActorKind.PLACE ? only(land.text()) : null;
  }

  /** Whether the report speaks of a place of that name outside the state. */
  boolean isOutside(Draft name, State state) {
    Entity entity = name.entity;
    Location location = entity == null ? null : of(entity, name.text());
    return location != null && !location.country().equals(state.alpha3());
  }

  /**
   * Where an actor is; null if it is no place or state, or not known.
   *
   * @param name as the report names it
   */
  @Nullable Location of(Entity entity, String name) {
    if (entity.state != null) {
      return Location.within(entity.state.alpha3(), null);
    }
    if (entity.kind != ActorKind.PLACE || !entity.named) {
      return null;
    }
    boolean division = divisions.getOrDefault(entity, 0) > 0;
    Map<String, Integer> told = beside.getOrDefault(entity, Map.of());
    String bare = bare(name);
    List<Place> places = gazetteer.find(bare);
    Location found = division || isRegion(places) ? null : likeliest(bare, told, places, true);
    if (found == null) {
      found = likeliest(bare, told, places, false);
    }
    if (found == null && division) {
      // The province of a town: the town says where.
      Location town = likeliest(bare, told, places, true);
      found = town == null ? null : Location.within(town.country(), town.region());
    }
    if (found == null) {
      // Regions of more than one division, towns that the gazetteer spells otherwise.
      found = world.ofRegion(name).map(state -> Location.within(state.alpha3(), null)).orElse(null);
    }
    return found == null ? onlyTold(bare, told, division) : found;
  }

  /** "California": a region that the report's countries have, called like small towns elsewhere. */
  private boolean isRegion(List<Place> places) {
    boolean region = false;
    for (Place place : places) {
      region |=
          place.kind() == Place.Kind.REGION
              && (named.containsKey(place.country()) || world.ofRegion(place.name()).isPresent());
    }
    for (Place place : places) {
      boolean own = place.region() != null && isSame(place.region(), place.name());
      if (place.kind().isTown() && (place.population() >= TOWN_NOT_REGION || own)) {
        return false;
      }
    }
    return region;
  }

  private static boolean isSame(String region, String name) {
    return (" " + NameWords.fold(region) + " ").contains(" " + NameWords.fold(name) + " ");
  }

  /** A village that no gazetteer knows in a state that stands beside it. */
  private @Nullable Location onlyTold(String name, Map<String, Integer> told, boolean division) {
    State state = told.size() == 1 ? alpha2(told.keySet().iterator().next()) : null;
    return state == null
        ? null
        : new Location(state.alpha3(), division ? name : null, division ? null : name, null, null);
  }

  private @Nullable State alpha2(String code) {
    return world.byAlpha2(code).orElse(null);
  }

  private @Nullable Location likeliest(
      String name, Map<String, Integer> told, List<Place> places, boolean towns) {
    if (places.isEmpty()) {
      return null;
    }
    Place best = null;
    double bestScore = 0;
    double largest = towns ? places.get(0).population() : 0;
    for (Place place : places) {
      double score = place.kind().isTown() == towns ? score(place, told, largest) : 0;
      if (score > bestScore) {
        best = place;
        bestScore = score;
      }
    }
    State state = best == null ? null : alpha2(best.country());
    if (best == null || state == null || !isKnown(best, told)) {
      return null;
    }
    boolean spoken = told.containsKey(best.country()) || named.containsKey(best.country());
    double lead = spoken ? LEAD : CLEAR_LEAD;
    boolean elsewhere = false;
    boolean otherRegion = false;
    for (Place place : places) {
      if (place.kind().isTown() == towns
          && bestScore - score(place, told, largest) < lead
          && !isOneTown(best, place)) {
        if (!place.country().equals(best.country())) {
          return null;
        }
        elsewhere = true;
        otherRegion |= !String.valueOf(best.region()).equals(String.valueOf(place.region()));
      }
    }
    String region = elsewhere && otherRegion ? null : best.region();
    Location found =
        new Location(
            state.alpha3(),
            best.kind() == Place.Kind.REGION && region == null ? name : region,
            best.kind() == Place.Kind.REGION ? null : name,
            null,
            null);
    return elsewhere || !best.hasCoordinates()
        ? found
        : found.at(best.latitude(), best.longitude());
  }

  /** Whether something but the name speaks for the place. */
  private boolean isKnown(Place place, Map<String, Integer> told) {
    return told.containsKey(place.country())
        || named.containsKey(place.country())
        || place.population() >= WELL_KNOWN
        || place.kind() == Place.Kind.CAPITAL;
  }

  private static boolean isOneTown(Place a, Place b) {
    return a.country().equals(b.country())
        && a.hasCoordinates()
        && b.hasCoordinates()
        && Math.abs(a.latitude() - b.latitude()) < ONE_TOWN
        && Math.abs(a.longitude() - b.longitude()) < ONE_TOWN;
  }

  private double score(Place place, Map<String, Integer> told, double largest) {
    double size = Math.log(2 + place.population());
    double score = 1 + size + (place.kind() == Place.Kind.CAPITAL ? CAPITAL : 0);
    boolean region = place.region() != null && places.contains(NameWords.fold(place.region()));
    score += region ? OFTEN : 0;
    if (told.containsKey(place.country())) {
      return score + BESIDE;
    }
    int often = named.getOrDefault(place.country(), 0);
    boolean small =
        place.population() < WELL_KNOWN
            && largest >= WELL_KNOWN
            && largest > NAMESAKE * place.population();
    // Paris in a report on the United States is still that of France.
    return often == 0 || small && !region ? score : score + NAMED + OFTEN * Math.log(1.0 + often);
  }

  /** Without "the", "city" and the word for a division. */
  private static String bare(String name) {
    String bare = name;
    if (bare.regionMatches(true, 0, "the ", 0, 4)) {
      bare = bare.substring(4);
    }
    int space = bare.lastIndexOf(' ');
    if (space > 0 && GeoNames.isDivision(bare.substring(space + 1).toLowerCase(Locale.ROOT))) {
      bare = bare.substring(0, space);
    }
    return bare;
  }
}
