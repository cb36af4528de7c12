package parley.app.dossier;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** What is counted of a whole listing, each when it is first asked for and again after changes. */
final class Tallies {

  private final Listing listing;
  private long actorsOrdered = -1;
  private List<Integer> actorOrder = List.of();
  private long kindsCounted = -1;
  private int[] kindEntries = {};
  private long aliasCounted = -1;
  private int[] aliasReports = {};
  private long entriesCounted = -1;
  private int[][] actorEntries = {};

  Tallies(Listing listing) {
    this.listing = listing;
  }

  /** How many reports use each alias. */
  synchronized int[] reportsByAlias() {
    if (aliasCounted != listing.changes()) {
      aliasReports = new int[listing.aliasBound()];
      for (int at = 0; at < listing.reports; at++) {
        for (int alias : listing.cast[at]) {
          aliasReports[alias]++;
        }
      }
      aliasCounted = listing.changes();
    }
    return aliasReports;
  }

  /** How many entries of each kind are an actor's own: by number of the actor, then of the kind. */
  synchronized int[][] entriesByActor() {
    if (entriesCounted != listing.revision()) {
      int kinds = Kind.values().length;
      actorEntries = new int[actorBound()][0];
      for (int row = 0; row < listing.rows; row++) {
        if (listing.kind[row] >= 0 && listing.actor[row] != 0) {
          int by = listing.actorOf(listing.actor[row]);
          if (actorEntries[by].length == 0) {
            actorEntries[by] = new int[kinds];
          }
          actorEntries[by][listing.kind[row]]++;
        }
      }
      entriesCounted = listing.revision();
    }
    return actorEntries;
  }

  /** Actors that have a name, those with the most entries first. */
  synchronized List<Integer> actorsByEntries() {
    int[][] entries = entriesByActor();
    if (actorsOrdered != listing.revision()) {
      actorOrder =
          IntStream.range(1, listing.aliasBound())
              .map(listing::actorOf)
              .filter(n -> n > 0)
              .distinct()
              .boxed()
              .sorted(
                  Comparator.comparingInt((Integer n) -> -IntStream.of(entries[n]).sum())
                      .thenComparing(n -> n))
              .toList();
      actorsOrdered = listing.revision();
    }
    return actorOrder;
  }

  /** How many entries there are of each kind. */
  synchronized int[] entriesByKind() {
    if (kindsCounted != listing.changes()) {
      kindEntries = new int[Kind.values().length];
      for (int row = 0; row < listing.rows; row++) {
        if (listing.kind[row] >= 0) {
          kindEntries[listing.kind[row]]++;
        }
      }
      kindsCounted = listing.changes();
    }
    return kindEntries;
  }

  /** More than any number of an actor. */
  private int actorBound() {
    int most = 0;
    for (int alias = 1; alias < listing.aliasBound(); alias++) {
      most = Math.max(most, listing.actorOf(alias));
    }
    return most + 1;
  }
}
