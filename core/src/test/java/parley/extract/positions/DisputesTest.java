package parley.extract.positions;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import parley.codebook.Codebook;
import parley.codebook.CodebookReader;
import parley.extract.Reader;
import parley.language.ModelReader;
import parley.record.Actor;
import parley.record.Anchor;
import parley.record.Position;
import parley.record.Record;
import parley.text.Span;

/**
 * Twelve reports on other disputes than the model was trained on. What is marked in them is what a
 * reader should find; the floors say how much of it is found; the golden files hold the reading as
 * it is, so that every change of it is seen.
 */
class DisputesTest {

  private static final double SAME = 0.3;

  private final Reader reader = new Reader(ModelReader.shipped());

  @Test
  void mostOfWhatIsMarkedIsFound() {
    int[] count = new int[4];
    for (String name : MarkedDispute.NAMES) {
      MarkedDispute dispute = MarkedDispute.read(name, "");
      score(dispute, reader.read(dispute.report()), count);
    }
    assertThat(f1(count[0], count)).as("found %s", show(count)).isGreaterThan(FOUND_FLOOR);
    assertThat(f1(count[1], count)).as("found with stance").isGreaterThan(STANCE_FLOOR);
  }

  private static final double FOUND_FLOOR = 0.40;
  private static final double STANCE_FLOOR = 0.30;

  @Test
  void aStrikeIsReadWithTheLabourCodebook() {
    Codebook labour = CodebookReader.shipped("labour-dispute");
    Reader labourReader = new Reader(ModelReader.shipped(), labour);
    int right = 0;
    int paired = 0;
    for (String name : List.of("01-rail-strike", "02-nurses-pay")) {
      MarkedDispute dispute = MarkedDispute.read(name, ".labour");
      Record record = labourReader.read(dispute.report());
      assertThat(record.positions()).allMatch(p -> labour.issueCodes().contains(p.issue()));
      for (Map.Entry<MarkedDispute.Marked, Position> pair : pairs(dispute, record).entrySet()) {
        paired++;
        right += pair.getKey().issue().equals(pair.getValue().issue()) ? 1 : 0;
      }
    }
    assertThat(paired).isGreaterThan(4);
    assertThat((double) right / paired).as("issues right of %s", paired).isGreaterThan(0.4);
  }

  @Test
  void theReadingIsAsTheGoldenFilesSay() throws IOException {
    List<String> changed = new ArrayList<>();
    for (String name : MarkedDispute.NAMES) {
      MarkedDispute dispute = MarkedDispute.read(name, "");
      String read = lines(reader.read(dispute.report()));
      String golden = MarkedDispute.resource("disputes/" + name + ".read.txt");
      if (!read.equals(golden)) {
        Path beside = Path.of("target", "disputes", name + ".read-changed.txt");
        Files.createDirectories(beside.getParent());
        Files.writeString(beside, read, StandardCharsets.UTF_8);
        changed.add(beside.toString());
      }
    }
    assertThat(changed).as("readings that differ from their golden files").isEmpty();
  }

  private static String lines(Record record) {
    Map<String, Actor> actors = new HashMap<>();
    record.actors().forEach(a -> actors.put(a.id(), a));
    StringBuilder out = new StringBuilder();
    for (Position p : record.positions()) {
      Actor party = actors.get(p.party());
      out.append(party == null ? p.party() : party.name())
          .append(" | ")
          .append(p.stance())
          .append(' ')
          .append(p.issue())
          .append(" | ")
          .append(texts(p.cue()))
          .append(" | ")
          .append(texts(p.content()))
          .append(p.condition().isEmpty() ? "" : " | condition: " + texts(p.condition()))
          .append(p.quantity() == null ? "" : " | quantity: " + p.quantity().anchor().text())
          .append(p.linkedTo().isEmpty() ? "" : " | linked: " + p.linkedTo())
          .append('\n');
    }
    return out.toString();
  }

  private static String texts(List<Anchor> anchors) {
    return String.join(" … ", anchors.stream().map(Anchor::text).toList());
  }

  private static void score(MarkedDispute dispute, Record record, int[] count) {
    Map<MarkedDispute.Marked, Position> pairs = pairs(dispute, record);
    count[0] += pairs.size();
    pairs.forEach(
        (marked, read) -> count[1] += marked.stance().equals(read.stance().name()) ? 1 : 0);
    count[2] += dispute.positions().size();
    count[3] += record.positions().size();
  }

  /** Best first, as the bench's scorer pairs them. */
  private static Map<MarkedDispute.Marked, Position> pairs(MarkedDispute dispute, Record record) {
    record Pair(double overlap, MarkedDispute.Marked marked, Position read) {}
    String text = dispute.report().text();
    List<Pair> all = new ArrayList<>();
    for (MarkedDispute.Marked m : dispute.positions()) {
      for (Position p : record.positions()) {
        double overlap = overlap(text, m.content(), p.content().get(0).span());
        if (overlap >= SAME) {
          all.add(new Pair(overlap, m, p));
        }
      }
    }
    all.sort((a, b) -> Double.compare(b.overlap, a.overlap));
    Map<MarkedDispute.Marked, Position> result = new HashMap<>();
    Set<String> used = new HashSet<>();
    for (Pair pair : all) {
      if (!result.containsKey(pair.marked) && used.add(pair.read.id())) {
        result.put(pair.marked, pair.read);
      }
    }
    return result;
  }

  private static double overlap(String text, Span a, Span b) {
    Set<Integer> one = MarkedDispute.words(text, a);
    Set<Integer> two = MarkedDispute.words(text, b);
    Set<Integer> shared = new HashSet<>(one);
    shared.retainAll(two);
    int all = one.size() + two.size() - shared.size();
    return all == 0 ? 0 : (double) shared.size() / all;
  }

  private static double f1(int right, int[] count) {
    return 2.0 * right / (count[2] + count[3]);
  }

  private static String show(int[] count) {
    return count[0] + " of " + count[2] + " marked, " + count[3] + " read";
  }
}
