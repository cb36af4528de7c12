package parley.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import parley.extract.Reader;
import parley.extract.parts.PartReader;
import parley.record.Anchor;
import parley.record.Record;
import parley.record.Statement;
import parley.teacher.CoreNlpReader;
import parley.text.CodePoints;
import parley.text.Metadata;
import parley.text.Report;

/**
 * Attributed statements: reads {@code text/*.txt}, writes the outermost statements, and scores them
 * against {@code attributions/} if that is there. The word {@code corenlp} has CoreNLP read the
 * language in place of what ships.
 */
final class StatementsTask implements Task {

  @Override
  public String name() {
    return "statements";
  }

  @Override
  public String summary() {
    return "who said what: source, cue and content (statements/polnear/dev) [corenlp]";
  }

  @Override
  public void run(Call call) throws IOException {
    Path data = call.dataOr("statements/polnear/dev");
    Reader reader =
        call.words().contains("corenlp") ? new Reader(CoreNlpReader.whole()) : Readers.reader();
    PartReader parts = new PartReader();
    List<String> lines = new ArrayList<>();
    try (Stream<Path> files = Files.list(data.resolve("text"))) {
      for (Path file : (Iterable<Path>) files.sorted()::iterator) {
        String name = file.getFileName().toString();
        if (!name.endsWith(".txt")) {
          continue;
        }
        String text = Files.readString(file);
        Report report = Report.ofText(Metadata.builder().build(), text, parts.read(text));
        lines.add(line(name.substring(0, name.length() - 4), reader.read(report)));
      }
    }
    Path predictions = call.write(lines);
    if (Files.isDirectory(data.resolve("attributions"))) {
      call.score("score_statements.py", data.toString(), predictions.toString());
      call.scoreByOurs("calibration.py", data.toString(), predictions.toString());
    } else {
      call.noGold(predictions);
    }
  }

  private static String line(String name, Record record) {
    CodePoints points = CodePoints.of(record.report().text());
    StringBuilder line = new StringBuilder("{\"doc\": \"" + name + "\", \"statements\": [");
    boolean first = true;
    for (Statement s : record.statements()) {
      // The corpus marks outermost attributions only.
      if (s.within() != null) {
        continue;
      }
      line.append(first ? "" : ", ");
      first = false;
      line.append("{\"source\": ").append(spans(s.source(), points));
      line.append(", \"cue\": ").append(spans(s.cue(), points));
      line.append(", \"content\": ").append(spans(s.content(), points));
      line.append(", \"confidence\": ").append(s.provenance().confidence()).append('}');
    }
    return line.append("]}").toString();
  }

  private static String spans(List<Anchor> anchors, CodePoints points) {
    StringBuilder result = new StringBuilder("[");
    for (Anchor anchor : anchors) {
      result.append(result.length() > 1 ? ", " : "");
      result.append('[').append(points.fromUtf16(anchor.span().begin())).append(", ");
      result.append(points.fromUtf16(anchor.span().end())).append(']');
    }
    return result.append(']').toString();
  }
}
