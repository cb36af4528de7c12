package parley.board;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import parley.codebook.Codebook;
import parley.codebook.Issue;
import parley.record.Record;

/**
 * The issue x party table of a set of reports. A pure function of their records: it says what
 * reports said, not who is right.
 *
 * @param issues rows, in the codebook's order; only those that someone has a position on
 * @param parties columns: belligerents, mediators, others, each by how much is heard of them
 * @param cells by party and issue; most are empty
 * @param changes every move in every cell, oldest to newest
 * @param latest day of the latest expression, null if no report has a date
 * @param reports how many records were given
 */
public record Board(
    List<Issue> issues,
    List<Party> parties,
    Map<Place, Cell> cells,
    List<Change> changes,
    @Nullable LocalDate latest,
    int reports) {

  /** Where a cell stands. */
  public record Place(String party, String issue) {}

  public Board {
    issues = List.copyOf(issues);
    parties = List.copyOf(parties);
    cells = Map.copyOf(cells);
    changes = List.copyOf(changes);
  }

  /** Makes the board of some records. */
  public static Board of(Collection<Record> records, Codebook codebook, BoardOptions options) {
    Map<Place, List<Expression>> byPlace = new HashMap<>();
    LocalDate latest = null;
    List<Contribution> reports = Expressions.inOrder(records);
    for (Expression e : Expressions.of(reports)) {
      if (!wanted(e, options)) {
        continue;
      }
      byPlace.computeIfAbsent(new Place(e.party(), e.issue()), k -> new ArrayList<>()).add(e);
      LocalDate day = e.date();
      if (day != null && (latest == null || day.isAfter(latest))) {
        latest = day;
      }
    }
    Map<Place, Cell> cells = new HashMap<>();
    List<Change> changes = new ArrayList<>();
    for (Map.Entry<Place, List<Expression>> entry : byPlace.entrySet()) {
      CellMaker maker = new CellMaker(entry.getValue());
      cells.put(entry.getKey(), maker.cell(latest));
      maker.changes(changes);
    }
    changes.sort(IN_ORDER);
    List<Issue> issues =
        codebook.issues().stream()
            .filter(i -> byPlace.keySet().stream().anyMatch(p -> p.issue().equals(i.code())))
            .toList();
    List<Party> parties = new Parties(reports, byPlace).inOrder(options.parties());
    return new Board(issues, parties, cells, changes, latest, records.size());
  }

  private static final Comparator<Change> IN_ORDER =
      Comparator.comparing(
              Change::date, Comparator.nullsFirst(Comparator.<LocalDate>naturalOrder()))
          .thenComparing(Change::party)
          .thenComparing(Change::issue);

  private static boolean wanted(Expression e, BoardOptions options) {
    LocalDate day = e.date();
    LocalDate from = options.from();
    LocalDate to = options.to();
    if (e.confidence() < options.minConfidence()) {
      return false;
    }
    if (!options.parties().isEmpty() && !options.parties().contains(e.party())) {
      return false;
    }
    return (from == null || day == null || !day.isBefore(from))
        && (to == null || day == null || !day.isAfter(to));
  }

  /** The cell of a party and an issue. */
  public Optional<Cell> cell(String party, String issue) {
    return Optional.ofNullable(cells.get(new Place(party, issue)));
  }

  /** The moves of that day and later, oldest to newest, without mere repetitions. */
  public List<Change> movedSince(LocalDate day) {
    List<Change> result = new ArrayList<>();
    for (Change c : changes) {
      LocalDate date = c.date();
      if (date != null && !date.isBefore(day) && c.moved()) {
        result.add(c);
      }
    }
    return result;
  }
}
