package parley.link;

import java.time.LocalDate;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import parley.record.ActorKind;

/**
 * An actor across reports.
 *
 * @param id stable while its name is: kind and folded name ("person:oscar arias", "state:COL")
 * @param name the fullest name that a report gives
 * @param names all names that reports give
 * @param state alpha-3 code of the state that it is, or for which reports say that it acts; null if
 *     none say
 * @param roles as reports state them
 * @param wikidata id from the user's file, null if there is none
 * @param appearances in the order of the records
 */
public record RegisteredActor(
    String id,
    String name,
    ActorKind kind,
    SortedSet<String> names,
    @Nullable String state,
    List<DatedRole> roles,
    @Nullable String wikidata,
    List<Appearance> appearances) {

  /**
   * A role and the publication dates of the first and the last report that state it: offices
   * change, so no role is taken to hold beyond them.
   *
   * @param first null if no such report is dated
   * @param last null if no such report is dated
   */
  public record DatedRole(String role, @Nullable LocalDate first, @Nullable LocalDate last) {}

  public RegisteredActor {
    names = java.util.Collections.unmodifiableSortedSet(new TreeSet<>(names));
    roles = List.copyOf(roles);
    appearances = List.copyOf(appearances);
  }
}
