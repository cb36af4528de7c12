package parley.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import parley.extract.parts.PartReader;
import parley.link.Duplicates;
import parley.text.Metadata;
import parley.text.Report;

/**
 * Repeated reports: each report of a collection is changed as wires and desks change them, at known
 * rates and with a fixed seed, and the changed copies are looked for among all.
 */
final class DuplicatesTask implements Task {

  private static final long SEED = 20261122L;

  @Override
  public String name() {
    return "duplicates";
  }

  @Override
  public String summary() {
    return "repeated reports, generated from reports/ at known rates (data: JSON Lines with text)";
  }

  @Override
  public void run(Call call) throws IOException {
    Path data = call.dataOr("reports/guardian-syria.jsonl");
    ObjectMapper json = new ObjectMapper();
    List<String> texts = new ArrayList<>();
    for (String line : Files.readAllLines(data)) {
      texts.add(json.readTree(line).path("text").asText());
    }
    Random random = new Random(SEED);
    Map<String, int[]> byKind = new java.util.TreeMap<>();
    Duplicates duplicates = new Duplicates();
    Map<String, Integer> origin = new HashMap<>();
    List<String> lines = new ArrayList<>();
    int wrong = 0;
    int found = 0;
    int falseAlarms = 0;
    List<Report> originals = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      originals.add(report("http://localhost/" + i, texts.get(i)));
      origin.put(originals.get(i).id(), i);
      if (duplicates.add(originals.get(i)) != null) {
        falseAlarms++;
      }
    }
    long begin = System.nanoTime();
    int added = 0;
    for (int i = 0; i < texts.size(); i++) {
      for (String kind :
          List.of(
              "another headline",
              "end cut by a tenth",
              "end cut by a third",
              "end cut by a half",
              "1 % of words changed",
              "3 % of words changed",
              "6 % of words changed",
              "cut by a fifth, 2 % changed")) {
        Report copy =
            report("http://localhost/" + i + "/" + kind, changed(texts.get(i), kind, random));
        origin.put(copy.id(), i);
        Duplicates.Match match = duplicates.add(copy);
        added++;
        int[] score = byKind.computeIfAbsent(kind, k -> new int[2]);
        score[1]++;
        if (match != null && origin.getOrDefault(match.id(), -1) == i) {
          score[0]++;
          found++;
        } else if (match != null) {
          wrong++;
        }
        lines.add(copy.id() + "\t" + match);
      }
    }
    double micros = (System.nanoTime() - begin) / 1000.0 / added;
    call.write(lines);
    byKind.forEach(
        (kind, score) ->
            call.print()
                .println(
                    String.format(
                        Locale.ROOT, "recall %5.1f %%  %s", 100.0 * score[0] / score[1], kind)));
    call.print()
        .println(
            String.format(
                Locale.ROOT,
                "all: recall %.1f %%, precision %.2f %% (%d found, %d of another report, %d of %d originals taken for a copy); %.0f seconds per million reports, reading parts included",
                100.0 * found / added,
                100.0 * found / Math.max(1, found + wrong + falseAlarms),
                found,
                wrong,
                falseAlarms,
                texts.size(),
                micros));
  }

  private static Report report(String url, String text) {
    return Report.ofText(Metadata.builder().url(url).build(), text, new PartReader().read(text));
  }

  private static String changed(String text, String kind, Random random) {
    return switch (kind) {
      case "another headline" -> "Other Words Above the Same Report\n\n" + text;
      case "end cut by a tenth" -> text.substring(0, text.length() * 9 / 10);
      case "end cut by a third" -> text.substring(0, text.length() * 2 / 3);
      case "end cut by a half" -> text.substring(0, text.length() / 2);
      case "1 % of words changed" -> edited(text, 0.01, random);
      case "3 % of words changed" -> edited(text, 0.03, random);
      case "6 % of words changed" -> edited(text, 0.06, random);
      default -> edited(text.substring(0, text.length() * 4 / 5), 0.02, random);
    };
  }

  private static String edited(String text, double rate, Random random) {
    StringBuilder out = new StringBuilder();
    for (String word : text.split("(?<= )")) {
      double draw = random.nextDouble();
      if (draw < rate / 3) {
        out.append("changed ");
      } else if (draw < rate * 2 / 3) {
        out.append(word).append("added ");
      } else if (draw >= rate) {
        out.append(word);
      }
    }
    return out.toString();
  }
}
