package parley.teacher.statements;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import parley.extract.parts.PartReader;
import parley.text.CodePoints;
import parley.text.Metadata;
import parley.text.Report;
import parley.text.Span;

/**
 * Reads articles and their attributions in PolNeAR's layout: {@code text/}, {@code attributions/}.
 */
final class PolnearCorpus {

  /** One attribution by its spans, each role in text order. */
  record Gold(List<Span> source, List<Span> cue, List<Span> content) {}

  /**
   * An article with its attributions.
   *
   * @param discard stretches that the annotators marked as not of the article
   */
  record Article(String name, Report report, List<Gold> gold, List<Span> discard) {

    /**
     * The same article as archives often hold it: its paragraphs run on in one, below the first
     * line. Offsets stay as they are.
     */
    Article inOneParagraph() {
      String text = report.text();
      int from = text.indexOf('\n') + 1;
      String joined = text.substring(0, from) + text.substring(from).replace('\n', ' ');
      return new Article(
          name,
          Report.ofText(Metadata.builder().build(), joined, new PartReader().read(joined)),
          gold,
          discard);
    }
  }

  private PolnearCorpus() {}

  /** Articles by name; the first annotator in ASCII order, as the scorer has it. */
  static List<Article> read(Path folder) throws IOException {
    Map<String, Path> annotations = new TreeMap<>();
    if (Files.isDirectory(folder.resolve("attributions"))) {
      try (Stream<Path> files = Files.list(folder.resolve("attributions"))) {
        for (Path file : (Iterable<Path>) files.sorted()::iterator) {
          String name = file.getFileName().toString();
          if (name.endsWith(".ann")) {
            annotations.putIfAbsent(name.substring(0, name.lastIndexOf('_')), file);
          }
        }
      }
    }
    List<Article> result = new ArrayList<>();
    PartReader parts = new PartReader();
    try (Stream<Path> files = Files.list(folder.resolve("text"))) {
      for (Path file : (Iterable<Path>) files.sorted()::iterator) {
        String name = file.getFileName().toString().replaceFirst("\\.txt$", "");
        String text = Files.readString(file);
        Report report = Report.ofText(Metadata.builder().build(), text, parts.read(text));
        List<Gold> gold = new ArrayList<>();
        List<Span> discard = new ArrayList<>();
        Path annotation = annotations.get(name);
        if (annotation != null) {
          read(annotation, CodePoints.of(text), gold, discard);
        }
        result.add(new Article(name, report, gold, discard));
      }
    }
    return result;
  }

  private static void read(Path file, CodePoints points, List<Gold> gold, List<Span> discard)
      throws IOException {
    Map<String, List<Span>> spans = new HashMap<>();
    List<String> events = new ArrayList<>();
    // Quoted text may hold separators of other kinds; lines end with \n alone.
    for (String line : Files.readString(file).split("\n")) {
      String[] fields = line.split("\t");
      if (fields.length < 2) {
        continue;
      }
      if (fields[0].startsWith("T")) {
        int space = fields[1].indexOf(' ');
        List<Span> pieces = new ArrayList<>();
        for (String piece : fields[1].substring(space + 1).trim().split(";")) {
          String[] bounds = piece.trim().split("\\s+");
          int begin = points.toUtf16(Integer.parseInt(bounds[0]));
          int end = points.toUtf16(Integer.parseInt(bounds[1]));
          if (end > begin) {
            pieces.add(new Span(begin, end));
          }
        }
        pieces.sort(null);
        spans.put(fields[0], pieces);
        if (fields[1].startsWith("Discard ")) {
          discard.addAll(pieces);
        }
      } else if (fields[0].startsWith("E")) {
        events.add(fields[1]);
      }
    }
    for (String event : events) {
      List<Span> source = new ArrayList<>();
      List<Span> cue = new ArrayList<>();
      List<Span> content = new ArrayList<>();
      for (String pair : event.trim().split("\\s+")) {
        int colon = pair.indexOf(':');
        List<Span> pieces = spans.getOrDefault(pair.substring(colon + 1), List.of());
        String role = pair.substring(0, Math.max(colon, 0)).replaceAll("\\d+$", "");
        switch (role) {
          case "Source" -> source.addAll(pieces);
          case "Cue" -> cue.addAll(pieces);
          case "Content" -> content.addAll(pieces);
          default -> {}
        }
      }
      source.sort(null);
      cue.sort(null);
      content.sort(null);
      if (!content.isEmpty()) {
        gold.add(new Gold(source, cue, content));
      }
    }
  }
}
