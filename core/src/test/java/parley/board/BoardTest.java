package parley.board;

import static org.assertj.core.api.Assertions.assertThat;
import static parley.record.Stance.ACCEPT;
import static parley.record.Stance.DEMAND;
import static parley.record.Stance.OFFER;
import static parley.record.Stance.REJECT;
import static parley.record.Stance.THREATEN;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import parley.board.Change.Kind;
import parley.codebook.CodebookReader;
import parley.codebook.Issue;
import parley.record.Record;

class BoardTest {

  private static final String FRONT = "River Front";
  private static final String LEAGUE = "Hill League";

  @Test
  void theCellShowsTheStanceOfTheLatestDayWithItsAge() {
    Board board =
        board(
            Told.on("2031-03-05").that(LEAGUE, DEMAND, "talks", "wants", "a mediator"),
            Told.on("2031-03-01").that(FRONT, REJECT, "ceasefire", "rejects", "a truce"),
            Told.on("2031-03-03").that(FRONT, OFFER, "ceasefire", "offers", "a pause"));
    Cell cell = board.cell(FRONT, "ceasefire").orElseThrow();
    assertThat(cell.stance()).isEqualTo(OFFER);
    assertThat(cell.date()).isEqualTo(LocalDate.parse("2031-03-03"));
    assertThat(cell.ageDays()).isEqualTo(2);
    assertThat(cell.trend()).isEqualTo(Trend.REVERSED);
    assertThat(cell.evidence())
        .extracting(Expression::words)
        .containsExactly("rejects a truce", "offers a pause");
  }

  @Test
  void rowsFollowTheCodebookAndLeaveOutIssuesWithoutAStance() {
    Board board =
        board(
            Told.on("2031-03-05")
                .that(LEAGUE, DEMAND, "talks", "wants", "a mediator")
                .that(FRONT, OFFER, "captives", "will free", "the crew"));
    assertThat(board.issues()).extracting(Issue::code).containsExactly("captives", "talks");
  }

  @Test
  void copiesOfAWireReportAreOneExpressionOfOneSource() {
    Board board =
        board(
            Told.on("2031-03-05")
                .in("Post")
                .by("Agency")
                .that(FRONT, REJECT, "talks", "rejects", "talks"),
            Told.on("2031-03-05")
                .in("Echo")
                .by("Agency")
                .that(FRONT, REJECT, "talks", "rejects", "talks"));
    Cell cell = board.cell(FRONT, "talks").orElseThrow();
    assertThat(cell.expressions()).isEqualTo(1);
    assertThat(cell.sources()).isEqualTo(1);
    assertThat(cell.evidence().get(0).copies()).hasSize(1);
  }

  @Test
  void twoOutletsInTheirOwnWordsAreTwoSources() {
    Board board =
        board(
            Told.on("2031-03-05").in("Post").that(FRONT, REJECT, "talks", "rejects", "talks"),
            Told.on("2031-03-05").in("Echo").that(FRONT, REJECT, "talks", "refuses", "to meet"));
    assertThat(board.cell(FRONT, "talks").orElseThrow().sources()).isEqualTo(2);
  }

  @Test
  void aPartysVoicesThatDisagreeInOneReportMakeAMixedCell() {
    Cell cell =
        board(
                Told.on("2031-03-05")
                    .that(FRONT, ACCEPT, "talks", "accepts", "talks")
                    .that(FRONT, REJECT, "talks", "rejects", "any meeting"))
            .cell(FRONT, "talks")
            .orElseThrow();
    assertThat(cell.mixed()).isTrue();
    assertThat(cell.contested()).isFalse();
  }

  @Test
  void reportsThatDisagreeMakeAContestedCell() {
    Cell cell =
        board(
                Told.on("2031-03-05").in("Post").that(FRONT, ACCEPT, "talks", "accepts", "talks"),
                Told.on("2031-03-05")
                    .in("Echo")
                    .that(FRONT, REJECT, "talks", "rejects", "them all"))
            .cell(FRONT, "talks")
            .orElseThrow();
    assertThat(cell.contested()).isTrue();
    assertThat(cell.mixed()).isFalse();
  }

  @Test
  void whatAnOpponentAscribesWeighsLessThanWhatThePartySays() {
    Cell cell =
        board(
                Told.on("2031-03-05")
                    .that(FRONT, ACCEPT, "talks", "accepts", "talks")
                    .toldBy(LEAGUE, FRONT, REJECT, "talks", "rejects", "any meeting"))
            .cell(FRONT, "talks")
            .orElseThrow();
    assertThat(cell.stance()).isEqualTo(ACCEPT);
    assertThat(cell.evidence()).extracting(Expression::voice).contains(LEAGUE);
  }

  @Test
  void eachMoveHasItsKindAndBothQuotations() {
    Board board =
        board(
            Told.on("2031-03-01").that(FRONT, OFFER, "ceasefire", "offers", "a pause"),
            Told.on("2031-03-02").that(FRONT, DEMAND, "ceasefire", "demands", "a full stop"),
            Told.on("2031-03-03").that(FRONT, THREATEN, "ceasefire", "will break", "the truce"),
            Told.on("2031-03-04").that(FRONT, REJECT, "ceasefire", "rejects", "a pause"),
            Told.on("2031-03-05").that(FRONT, REJECT, "ceasefire", "refuses", "a lull"));
    assertThat(board.changes())
        .extracting(Change::kinds)
        .containsExactly(
            List.of(Kind.NEW),
            List.of(Kind.HARDENED),
            List.of(Kind.REVERSED),
            List.of(Kind.SOFTENED),
            List.of(Kind.REPEATED));
    Change hardened = board.changes().get(1);
    assertThat(hardened.before())
        .isNotNull()
        .extracting(Expression::words)
        .isEqualTo("offers a pause");
    assertThat(hardened.after().words()).isEqualTo("demands a full stop");
  }

  @Test
  void conditionsThatComeAndGoAreMoves() {
    Board board =
        board(
            Told.on("2031-03-01").that(FRONT, OFFER, "withdrawal", "will leave", "the port"),
            Told.on("2031-03-02")
                .conditional(FRONT, OFFER, "withdrawal", "will leave", "the port", "if others do"),
            Told.on("2031-03-03").that(FRONT, OFFER, "withdrawal", "will leave", "the harbour"));
    assertThat(board.changes())
        .extracting(Change::kinds)
        .containsExactly(
            List.of(Kind.NEW), List.of(Kind.CONDITION_ADDED), List.of(Kind.CONDITION_DROPPED));
    assertThat(board.changes().get(1).after().words())
        .isEqualTo("will leave the port if others do");
  }

  @Test
  void quantitiesOfOneUnitAreCompared() {
    Board board =
        board(
            Told.on("2031-03-01").counted(FRONT, OFFER, "captives", "free ten captives", "ten", 10),
            Told.on("2031-03-02").counted(FRONT, OFFER, "captives", "free 30 captives", "30", 30));
    assertThat(board.changes().get(1).kinds()).containsExactly(Kind.QUANTITY_UP);
  }

  @Test
  void onlyWhatMovedSinceTheDayIsTold() {
    Board board =
        board(
            Told.on("2031-03-01").that(FRONT, OFFER, "ceasefire", "offers", "a pause"),
            Told.on("2031-03-02").that(FRONT, OFFER, "ceasefire", "offers", "a lull"),
            Told.on("2031-03-03").that(FRONT, REJECT, "ceasefire", "rejects", "it all"));
    assertThat(board.movedSince(LocalDate.parse("2031-03-02")))
        .extracting(Change::kinds)
        .containsExactly(List.of(Kind.REVERSED));
  }

  @Test
  void anExchangeJoinsTwoCells() {
    Board board =
        board(
            Told.on("2031-03-01")
                .that(LEAGUE, OFFER, "ceasefire", "offers", "a pause")
                .that(FRONT, OFFER, "captives", "will free", "the crew")
                .linked());
    assertThat(board.cell(FRONT, "captives").orElseThrow().latest().links())
        .containsExactly(new Expression.Link(LEAGUE, "ceasefire"));
  }

  @Test
  void theUserNamesAndOrdersTheColumns() {
    List<Record> records =
        List.of(
            Told.on("2031-03-05")
                .that(FRONT, DEMAND, "talks", "wants", "a mediator")
                .that(LEAGUE, REJECT, "talks", "rejects", "one")
                .that("Bishops", DEMAND, "talks", "urge", "both to meet")
                .record());
    Board board =
        Board.of(
            records,
            CodebookReader.conflictTalks(),
            new BoardOptions(List.of("Bishops", FRONT), null, null, 0));
    assertThat(board.parties()).extracting(Party::name).containsExactly("Bishops", FRONT);
    assertThat(board.cells()).hasSize(2);
  }

  @Test
  void unsureReadingsCanBeLeftOut() {
    List<Record> records =
        List.of(
            Told.on("2031-03-05").sure(0.2).that(FRONT, DEMAND, "talks", "wants", "more").record());
    BoardOptions sure = new BoardOptions(List.of(), null, null, 0.5);
    assertThat(Board.of(records, CodebookReader.conflictTalks(), sure).cells()).isEmpty();
  }

  @Test
  void noReportsMakeAnEmptyBoard() {
    Board board = Board.of(List.of(), CodebookReader.conflictTalks(), BoardOptions.ALL);
    assertThat(board.cells()).isEmpty();
    assertThat(board.latest()).isNull();
    assertThat(BoardJson.write(board))
        .isEqualTo("{\"reports\":0,\"issues\":[],\"parties\":[],\"cells\":[],\"changes\":[]}");
  }

  @Test
  void theOrderOfTheRecordsDoesNotMatter() {
    Told one = Told.on("2031-03-01").that(FRONT, OFFER, "ceasefire", "offers", "a pause");
    Told two = Told.on("2031-03-02").that(FRONT, REJECT, "ceasefire", "rejects", "it");
    assertThat(BoardJson.write(board(one, two))).isEqualTo(BoardJson.write(board(two, one)));
  }

  private static Board board(Told... told) {
    List<Record> records = new ArrayList<>();
    for (Told t : told) {
      records.add(t.record());
    }
    return Board.of(records, CodebookReader.conflictTalks(), BoardOptions.ALL);
  }
}
