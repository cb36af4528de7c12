package parley.extract.actors;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import parley.record.ActorKind;
import parley.world.CommonName;
import parley.world.World;

/**
 * Mends the kind of names by the rest of the report: what ends with the surname of a person whom
 * the report names, and is no organisation that the world knows, is that person's full name.
 */
final class SameSurname {

  /** A person's name has at most this many words. */
  private static final int LONGEST = 4;

  private SameSurname() {}

  static void mend(List<Draft> names, World world, Lexicon lexicon) {
    Set<String> surnames = new HashSet<>();
    for (Draft name : names) {
      if (name.kind == ActorKind.PERSON) {
        surnames.add(last(name));
      }
    }
    for (Draft name : names) {
      int words = name.end - name.begin;
      if (name.kind == ActorKind.PLACE
          && words > 1
          && CommonName.ofLeader(name.text()).isPresent()) {
        name.kind = ActorKind.ORGANIZATION;
      }
      if (name.kind == ActorKind.ORGANIZATION
          && words > 1
          && words <= LONGEST
          && (surnames.contains(last(name)) || CommonName.ofLeader(name.text()).isPresent())
          && world.organisation(name.text()).isEmpty()
          && (lexicon.nounFlags(name.tree.lemma(name.end - 1)) & Lexicon.ORGANISATION) == 0) {
        name.kind = ActorKind.PERSON;
        name.personName = PersonName.of(List.of(name.text().split(" ")), Gender.UNKNOWN, lexicon);
        name.gender = name.personName.gender();
      }
    }
  }

  private static String last(Draft name) {
    return name.tree.low(name.end - 1);
  }
}
