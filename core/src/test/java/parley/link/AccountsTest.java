package parley.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import parley.extract.Reader;
import parley.extract.parts.PartReader;
import parley.language.ModelReader;
import parley.link.Accounts.Conflict;
import parley.link.Accounts.Linked;
import parley.record.Record;
import parley.text.Metadata;
import parley.text.Report;
import parley.text.Timestamp;

class AccountsTest {

  private static final Reader READER = new Reader(ModelReader.shipped());

  private static Record read(String text, String day) {
    Metadata metadata =
        Metadata.builder().published(Timestamp.parse(day)).source("Paper " + text.length()).build();
    return READER.read(Report.ofText(metadata, text, new PartReader().read(text)));
  }

  private static List<Linked> link(Map<String, String> copies, Record... records) {
    List<Account> accounts = new ArrayList<>();
    for (Record record : records) {
      accounts.addAll(Account.of(record));
    }
    return Accounts.link(accounts, copies);
  }

  private static Linked shared(List<Linked> linked) {
    return linked.stream()
        .filter(l -> l.reports() > 1)
        .findFirst()
        .orElseThrow(() -> new AssertionError("nothing is linked: " + linked));
  }

  private static final Record ONE =
      read("Israeli jets bombed Gaza on Tuesday. At least 12 people were killed.", "2008-12-31");
  private static final Record OTHER =
      read("Israel bombed Gaza City on Tuesday, killing 12 people.", "2008-12-31");

  @Test
  void twoReportsOfOneEventAreItsAccounts() {
    Record a = read("Turkey attacked Syria on Tuesday.", "2018-01-24");
    Record b = read("The Turkish army attacked Syria on Tuesday, officials said.", "2018-01-25");
    Linked event = shared(link(Map.of(), a, b));
    assertThat(event.accounts()).extracting(Account::report).contains(a.report().id());
    assertThat(event.accounts().get(0).day()).isEqualTo(LocalDate.parse("2018-01-23"));
  }

  @Test
  void eventsOfOtherDaysStayApart() {
    Record a = read("Turkey attacked Syria on Tuesday.", "2018-01-24");
    Record b = read("Turkey attacked Syria on Tuesday.\n", "2018-03-14");
    assertThat(link(Map.of(), a, b)).allMatch(l -> l.reports() == 1);
  }

  @Test
  void countsThatExcludeEachOtherAreAConflict() {
    Account twelve = account("r1", 12, parley.record.Event.Status.ASSERTED);
    Account forty = account("r2", 40, parley.record.Event.Status.ASSERTED);
    Account denied = account("r3", 12, parley.record.Event.Status.DENIED);
    assertThat(Accounts.same(twelve, forty)).isTrue();
    assertThat(Accounts.conflicts(twelve, forty)).containsExactly(Conflict.TOLL);
    assertThat(Accounts.conflicts(twelve, denied)).containsExactly(Conflict.STATUS);
    Linked event = shared(Accounts.link(List.of(twelve, forty, denied), Map.of()));
    assertThat(event.accounts()).hasSize(3);
    assertThat(event.conflicts()).containsExactlyInAnyOrder(Conflict.TOLL, Conflict.STATUS);
  }

  @Test
  void aCopyIsNoAccountOfItsOwn() {
    Account first = account("r1", 12, parley.record.Event.Status.ASSERTED);
    Account copy = account("r2", 12, parley.record.Event.Status.ASSERTED);
    List<Linked> linked = Accounts.link(List.of(first, copy), Map.of("r2", "r1"));
    assertThat(linked).hasSize(1);
    assertThat(linked.get(0).accounts()).containsExactly(first);
    assertThat(linked.get(0).copies()).containsExactly(Map.entry("r2", "r1"));
  }

  @Test
  void whoDidItMayBeDisputed() {
    Account rebels = by("r1", "organization:harbour front");
    Account army = by("r2", "organization:army of sarvane");
    assertThat(Accounts.same(rebels, army)).isTrue();
    assertThat(Accounts.conflicts(rebels, army)).containsExactly(Conflict.ACTOR);
  }

  private static Account account(String report, int killed, parley.record.Event.Status status) {
    return new Account(
        report,
        "e1",
        "ASSAULT",
        null,
        LocalDate.parse("2018-01-23"),
        true,
        Set.of("state:TUR"),
        Set.of("place:afrin"),
        "place:afrin",
        true,
        "SYR",
        List.of(
            new parley.record.Toll(
                parley.record.Toll.Kind.KILLED,
                killed,
                killed,
                parley.record.Anchor.in(ONE.report(), new parley.text.Span(0, 1)))),
        status,
        null);
  }

  private static Account by(String report, String actor) {
    return new Account(
        report,
        "e1",
        "ASSAULT",
        null,
        LocalDate.parse("2018-01-23"),
        true,
        Set.of(actor),
        Set.of("state:SYR"),
        "place:afrin",
        true,
        "SYR",
        List.of(),
        parley.record.Event.Status.ASSERTED,
        null);
  }

  @Test
  void accountsAreReadWithDayPlaceAndToll() {
    assertThat(Account.of(ONE)).anyMatch(a -> a.type().equals("ASSAULT"));
    assertThat(Account.of(OTHER)).anyMatch(a -> a.actors().contains("state:ISR"));
  }
}
