package parley.bench;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import parley.board.Board;
import parley.board.BoardOptions;
import parley.codebook.CodebookReader;
import parley.extract.Reader;
import parley.record.Record;
import parley.teacher.positions.MarkedReport;
import parley.text.Metadata;
import parley.text.Report;
import parley.text.Timestamp;

/**
 * How long board and changes of many records take: records of real reports, resampled over days.
 */
final class BoardTask implements Task {

  private static final int RECORDS = 10_000;
  private static final int DAYS = 365;

  @Override
  public String name() {
    return "board";
  }

  @Override
  public String summary() {
    return "seconds for the board and the changes of 10,000 records, from positions/dev";
  }

  @Override
  public void run(Call call) throws IOException {
    Reader reader = Readers.reader();
    List<Record> read = new ArrayList<>();
    for (MarkedReport marked : MarkedReport.read(call.dataOr("positions/dev"))) {
      read.add(reader.read(marked.report()));
    }
    List<Record> many = new ArrayList<>();
    LocalDate first = LocalDate.parse("2031-01-01");
    for (int i = 0; i < RECORDS; i++) {
      many.add(again(read.get(i % read.size()), i, first.plusDays(i % DAYS)));
    }
    for (int round = 1; round <= 3; round++) {
      long begin = System.nanoTime();
      Board board = Board.of(many, CodebookReader.conflictTalks(), BoardOptions.ALL);
      int moved = board.movedSince(first).size();
      double seconds = (System.nanoTime() - begin) / 1e9;
      call.print()
          .println(
              String.format(
                  Locale.ROOT,
                  "%d records, %d cells, %d moves: %.2f s (round %d)",
                  many.size(),
                  board.cells().size(),
                  moved,
                  seconds,
                  round));
    }
  }

  private static Record again(Record record, int number, LocalDate day) {
    Metadata about =
        record.report().metadata().toBuilder()
            .published(Timestamp.ofDate(day))
            .source("outlet " + number % 40)
            .build();
    Report report =
        new Report(
            record.report().id() + "-" + number,
            about,
            record.report().text(),
            record.report().parts(),
            null);
    return new Record(
        report,
        record.reader(),
        record.actors(),
        record.statements(),
        record.events(),
        record.incidents(),
        record.positions(),
        record.times());
  }
}
