package parley.link;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import parley.record.ActorKind;
import parley.record.Event;
import parley.record.Toll;

/** Tells which accounts of different reports are of one event, and where they contradict. */
public final class Accounts {

  /** In what accounts of one event can differ so that not both are right. */
  public enum Conflict {
    /** Their counts of one kind exclude each other. */
    TOLL,
    /** They name different actors. */
    ACTOR,
    /** One asserts what the other denies. */
    STATUS
  }

  /**
   * One event with all that reports tell of it.
   *
   * @param accounts in the order of the reports
   * @param copies reports that repeat another one's account word for word, each with that report;
   *     they are no accounts of their own
   * @param conflicts in what two of the accounts contradict each other
   */
  public record Linked(
      List<Account> accounts, Map<String, String> copies, Set<Conflict> conflicts) {

    public Linked {
      accounts = List.copyOf(accounts);
      copies = Map.copyOf(copies);
      conflicts = Set.copyOf(conflicts);
    }

    /** Different reports that tell of it, copies not counted. */
    public long reports() {
      return accounts.stream().map(Account::report).distinct().count();
    }
  }

  /** Accounts of one type and day that are compared with each other; more are not told apart. */
  private static final int COMPARED = 200;

  /** Days between the acts that two reports tell of, if one of them does not say the day. */
  private static final int UNDATED = 2;

  private static final int ENOUGH = 4;

  /** Counts of the dead of one attack differ by no larger factor. */
  private static final int KILLED_APART = 3;

  /** From so many dead on, two attacks in one place within a day are seldom two. */
  private static final int MANY = 5;

  private Accounts() {}

  /**
   * Whether two accounts of different reports are of one event: type, day and place do not exclude
   * it, and actors, targets, place and toll speak for it.
   */
  public static boolean same(Account a, Account b) {
    if (a.report().equals(b.report()) || !a.type().equals(b.type()) || !daysAgree(a, b)) {
      return false;
    }
    int evidence = 0;
    if (a.place() != null && b.place() != null) {
      boolean said = a.placed() && b.placed();
      if (a.place().equals(b.place())) {
        evidence += said ? 2 : 1;
      } else if (said && (a.state() == null || !a.state().equals(b.state()) || !isWithin(a, b))) {
        return false;
      }
    }
    boolean actors = meet(a.actors(), b.actors());
    boolean targets = meet(a.targets(), b.targets());
    int dead = deaths(a, b);
    if (!actors && !targets && dead == 0) {
      return false;
    }
    evidence += dead;
    evidence += actors ? weight(a.actors(), b.actors()) : 0;
    evidence += targets ? weight(a.targets(), b.targets()) : 0;
    evidence += a.mode() != null && a.mode().equals(b.mode()) ? 1 : 0;
    evidence += a.dated() && b.dated() ? 1 : 0;
    evidence += tolls(a, b, true) ? 1 : 0;
    return evidence >= ENOUGH;
  }

  /**
   * What it counts that both tell of people killed in one place at about one time: counts of one
   * attack differ, but not by much.
   */
  private static int deaths(Account a, Account b) {
    int mine = killed(a);
    int others = killed(b);
    boolean alike = mine > 0 && mine <= KILLED_APART * others && others <= KILLED_APART * mine;
    boolean there = a.place() != null && a.place().equals(b.place());
    boolean then =
        a.day() != null
            && b.day() != null
            && Math.abs(ChronoUnit.DAYS.between(a.day(), b.day())) <= 1;
    return alike && there && then ? Math.max(mine, others) >= MANY ? 2 : 1 : 0;
  }

  private static int killed(Account account) {
    for (Toll toll : account.toll()) {
      if (toll.kind() == Toll.Kind.KILLED) {
        return toll.low();
      }
    }
    return 0;
  }

  /** In what two accounts of one event contradict each other; empty if both can be right. */
  public static Set<Conflict> conflicts(Account a, Account b) {
    Set<Conflict> found = EnumSet.noneOf(Conflict.class);
    if (tolls(a, b, false)) {
      found.add(Conflict.TOLL);
    }
    Set<String> mine = named(a.actors());
    Set<String> others = named(b.actors());
    if (!mine.isEmpty() && !others.isEmpty() && !meet(mine, others)) {
      found.add(Conflict.ACTOR);
    }
    if ((a.status() == Event.Status.DENIED) != (b.status() == Event.Status.DENIED)
        && (a.status() == Event.Status.ASSERTED || b.status() == Event.Status.ASSERTED)) {
      found.add(Conflict.STATUS);
    }
    return found;
  }

  /**
   * Links accounts into events. Each account stands in one; an event that only one report tells of
   * has one account.
   *
   * @param accounts of all reports, report by report
   * @param copies reports that repeat another, by id, with the id of the one that they repeat
   */
  public static List<Linked> link(List<Account> accounts, Map<String, String> copies) {
    List<Account> own = new ArrayList<>();
    Map<String, List<String>> copiesOf = new HashMap<>();
    copies.forEach(
        (copy, original) -> copiesOf.computeIfAbsent(original, k -> new ArrayList<>(1)).add(copy));
    Map<String, List<Integer>> byDay = new HashMap<>();
    for (Account account : accounts) {
      if (!copies.containsKey(account.report())) {
        long day = account.day() == null ? 0 : account.day().toEpochDay();
        byDay.computeIfAbsent(account.type() + day, k -> new ArrayList<>(2)).add(own.size());
        own.add(account);
      }
    }
    Groups groups = new Groups(own.size());
    for (int i = 0; i < own.size(); i++) {
      Account account = own.get(i);
      long day = account.day() == null ? 0 : account.day().toEpochDay();
      for (long d = day - UNDATED; d <= day + UNDATED; d++) {
        List<Integer> others = byDay.getOrDefault(account.type() + d, List.of());
        for (int other : others.subList(0, Math.min(COMPARED, others.size()))) {
          if (other < i && !groups.isJoined(other, i) && same(own.get(other), account)) {
            groups.join(i, other);
          }
        }
      }
    }
    List<Linked> linked = new ArrayList<>();
    for (List<Account> group : groups.of(own)) {
      Map<String, String> repeated = new LinkedHashMap<>();
      for (Account account : group) {
        for (String copy : copiesOf.getOrDefault(account.report(), List.of())) {
          repeated.put(copy, account.report());
        }
      }
      linked.add(new Linked(group, repeated, conflicts(group)));
    }
    return linked;
  }

  private static Set<Conflict> conflicts(List<Account> group) {
    Set<Conflict> found = EnumSet.noneOf(Conflict.class);
    int compared = Math.min(COMPARED, group.size());
    for (int i = 0; i < compared; i++) {
      for (int k = 0; k < i; k++) {
        if (!group.get(i).report().equals(group.get(k).report())) {
          found.addAll(conflicts(group.get(i), group.get(k)));
        }
      }
    }
    return found;
  }

  private static boolean daysAgree(Account a, Account b) {
    if (a.day() == null || b.day() == null) {
      return true;
    }
    long apart = Math.abs(ChronoUnit.DAYS.between(a.day(), b.day()));
    return apart <= (a.dated() && b.dated() ? 0 : UNDATED);
  }

  /** Whether one names the state alone in which the other's place lies. */
  private static boolean isWithin(Account a, Account b) {
    String state = "state:" + a.state();
    return state.equals(a.place()) || state.equals(b.place());
  }

  private static boolean meet(Set<String> a, Set<String> b) {
    for (String key : a) {
      if (b.contains(key)) {
        return true;
      }
      if (key.startsWith("person:")) {
        String name = key.substring(key.indexOf(':') + 1);
        for (String other : b) {
          if (other.startsWith("person:")
              && ActorNames.same(
                  name,
                  ActorKind.PERSON,
                  other.substring(other.indexOf(':') + 1),
                  ActorKind.PERSON)) {
            return true;
          }
        }
      }
    }
    return false;
  }

  /** "People" in both tells less than a name in both. */
  private static int weight(Set<String> a, Set<String> b) {
    return meet(named(a), named(b)) ? 2 : 1;
  }

  private static Set<String> named(Set<String> keys) {
    Set<String> named = new HashSet<>(keys);
    named.removeIf(key -> key.startsWith(Account.UNNAMED));
    return named;
  }

  /** Whether some count of one kind agrees, or excludes the other's. */
  private static boolean tolls(Account a, Account b, boolean agree) {
    for (Toll mine : a.toll()) {
      for (Toll other : b.toll()) {
        boolean meets = mine.low() <= other.high() && other.low() <= mine.high();
        if (mine.kind() == other.kind() && meets == agree) {
          return true;
        }
      }
    }
    return false;
  }
}
