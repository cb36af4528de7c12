package parley.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import parley.board.PartyNames;
import parley.codebook.Codebook;
import parley.codebook.CodebookReader;
import parley.extract.positions.PositionReader;
import parley.extract.positions.internal.PositionModel;
import parley.language.LanguageReader;
import parley.record.Actor;
import parley.record.Position;
import parley.teacher.positions.MarkedReport;
import parley.teacher.positions.PositionTrainer;
import parley.teacher.positions.Reading;
import parley.teacher.positions.TrainPositions;
import parley.text.CodePoints;
import parley.text.Span;

/**
 * Positions against marked ones. With {@code --folds N} the model is trained N times on the rest of
 * the data itself; with {@code --apart PREFIX} on the reports whose names do not begin with PREFIX,
 * and those that do are read. {@code --with DIR} (teacher/data/positions) adds the reports on which
 * the shipped model was trained beside the bench's.
 */
final class PositionsTask implements Task {

  private static final long SEED = 7;

  @Override
  public String name() {
    return "positions";
  }

  @Override
  public String summary() {
    return "positions, positions/dev; --folds N or --apart PREFIX train on the data (use train), with those of --with DIR";
  }

  @Override
  public void run(Call call) throws IOException {
    Path data = call.dataOr("positions/dev");
    LanguageReader language = Readers.language();
    List<Reading> readings = new ArrayList<>();
    for (MarkedReport marked : MarkedReport.read(data)) {
      readings.add(Reading.of(marked, language));
    }
    List<String> lines = new ArrayList<>();
    List<Reading> further = new ArrayList<>();
    List<String> words = call.words();
    if (words.size() == 4 && words.get(2).equals("--with")) {
      for (MarkedReport marked : TrainPositions.further(Path.of(words.get(3)), call.corpora())) {
        further.add(Reading.of(marked, language));
      }
      words = words.subList(0, 2);
    }
    if (words.size() == 2 && words.get(0).equals("--folds")) {
      int folds = Integer.parseInt(words.get(1));
      for (int fold = 0; fold < folds; fold++) {
        int held = fold;
        apart(readings, further, r -> readings.indexOf(r) % folds == held, lines);
      }
    } else if (words.size() == 2 && words.get(0).equals("--apart")) {
      String prefix = words.get(1);
      apart(readings, further, r -> r.marked().name().startsWith(prefix), lines);
    } else {
      read(new PositionReader(), readings, lines);
    }
    Path predictions = call.write(lines);
    if (readings.stream().allMatch(r -> r.marked().positions().isEmpty())) {
      call.noGold(predictions);
    } else {
      call.score(
          "score_positions.py", gold(data, words, readings).toString(), predictions.toString());
    }
  }

  /** Trains on what is not held out and reads what is. */
  private static void apart(
      List<Reading> all, List<Reading> further, Predicate<Reading> held, List<String> lines) {
    Codebook codebook = CodebookReader.conflictTalks();
    List<Reading> seen = new ArrayList<>(all.stream().filter(held.negate()).toList());
    seen.addAll(further);
    PositionModel model = new PositionTrainer(codebook, SEED).train(seen);
    read(new PositionReader(codebook, model), all.stream().filter(held).toList(), lines);
  }

  /** The gold standard, or those of its files that were read. */
  private static Path gold(Path data, List<String> words, List<Reading> readings)
      throws IOException {
    if (words.size() != 2 || !words.get(0).equals("--apart")) {
      return data;
    }
    Path part = Files.createTempDirectory("parley-gold");
    for (Reading r : readings) {
      if (r.marked().name().startsWith(words.get(1))) {
        String file = r.marked().name() + ".json";
        Files.copy(data.resolve(file), part.resolve(file));
      }
    }
    return part;
  }

  private static void read(PositionReader reader, List<Reading> readings, List<String> lines) {
    for (Reading r : readings) {
      lines.add(line(r, reader.read(r.analysed(), r.statements(), r.cast(), r.times())).toString());
    }
  }

  private static ObjectNode line(Reading reading, List<Position> positions) {
    CodePoints points = CodePoints.of(reading.marked().report().text());
    ObjectNode line = new ObjectMapper().createObjectNode();
    line.put("doc", reading.marked().name());
    ArrayNode list = line.putArray("positions");
    PartyNames names = new PartyNames(reading.cast().actors());
    for (Position p : positions) {
      Actor party = reading.cast().byId(p.party()).orElseThrow();
      Span content = p.content().get(0).span();
      ObjectNode node = list.addObject();
      node.put("partyName", names.of(party));
      node.put("stance", p.stance().name());
      node.put("issue", p.issue());
      ObjectNode span = node.putObject("content");
      span.put("text", p.content().get(0).text());
      span.put("begin", points.fromUtf16(content.begin()));
      span.put("end", points.fromUtf16(content.end()));
    }
    return line;
  }
}
