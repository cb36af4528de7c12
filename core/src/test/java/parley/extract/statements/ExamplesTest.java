package parley.extract.statements;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parley.extract.parts.PartReader;
import parley.language.ModelReader;
import parley.text.CodePoints;
import parley.text.Metadata;
import parley.text.Report;
import parley.text.Span;

/** The sample reports against what their authors wrote down that a reader should find. */
class ExamplesTest {

  private static final Pattern HEAD = Pattern.compile("\\*\\*s\\d+\\*\\* .*");
  private static final Pattern PLACE = Pattern.compile("` (\\d+):(\\d+)");

  private record Expected(List<Span> source, List<Span> content) {}

  private static List<Expected> expected(Path file, CodePoints points) throws IOException {
    List<Expected> result = new ArrayList<>();
    boolean outermost = false;
    List<Span> source = List.of();
    for (String line : Files.readAllLines(file)) {
      if (HEAD.matcher(line).matches()) {
        outermost = !line.contains("*within");
        source = List.of();
      } else if (outermost && line.startsWith("- source:")) {
        source = places(line, points);
      } else if (outermost && line.startsWith("- content:")) {
        result.add(new Expected(source, places(line, points)));
      }
    }
    return result;
  }

  private static List<Span> places(String line, CodePoints points) {
    List<Span> result = new ArrayList<>();
    Matcher matcher = PLACE.matcher(line);
    while (matcher.find()) {
      result.add(
          new Span(
              points.toUtf16(Integer.parseInt(matcher.group(1))),
              points.toUtf16(Integer.parseInt(matcher.group(2)))));
    }
    return result;
  }

  private static BitSet letters(List<Span> spans, String text) {
    BitSet result = new BitSet();
    for (Span span : spans) {
      for (int i = span.begin(); i < span.end(); i++) {
        if (Character.isLetterOrDigit(text.charAt(i))) {
          result.set(i);
        }
      }
    }
    return result;
  }

  private static double jaccard(BitSet a, BitSet b) {
    BitSet both = (BitSet) a.clone();
    both.and(b);
    int n = both.cardinality();
    return n == 0 ? 0 : (double) n / (a.cardinality() + b.cardinality() - n);
  }

  private static boolean sourceRight(BitSet expected, BitSet found) {
    return expected.isEmpty() ? found.isEmpty() : expected.intersects(found);
  }

  /** At least so many of the outermost statements are found with their source. */
  @ParameterizedTest
  @CsvSource({"border-dispute, 32", "captives-ceasefire, 28", "hard-cases, 31"})
  void sampleReportIsReadAsItsAuthorReadsIt(String name, int least) throws IOException {
    Path folder = Path.of("..", "examples");
    String text = Files.readString(folder.resolve(name + ".txt"));
    Report report = Report.ofText(Metadata.builder().build(), text, new PartReader().read(text));
    List<Attribution> found =
        new StatementReader()
            .find(ModelReader.shipped().analyse(report)).stream()
                .filter(a -> a.within() < 0)
                .toList();
    List<Expected> all = expected(folder.resolve(name + ".expected.md"), CodePoints.of(text));
    int right = 0;
    for (Expected one : all) {
      for (Attribution a : found) {
        if (jaccard(letters(one.content, text), letters(a.content(), text)) >= 0.5
            && sourceRight(letters(one.source, text), letters(a.source(), text))) {
          right++;
          break;
        }
      }
    }
    assertThat(right)
        .as("of %d expected, %d found", all.size(), found.size())
        .isGreaterThanOrEqualTo(least);
  }
}
