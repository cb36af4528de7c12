package parley.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import parley.ingest.Ingest;
import parley.ingest.Outcome;
import parley.ingest.Settings;
import parley.text.Metadata;

/**
 * What is read of a page beside its body, against marks made by hand on the same pages ({@code
 * bench/marks/metadata-truth.json}).
 *
 * <p>A headline is right if its letters and digits equal the headline shown; a day if it equals the
 * day in the page's own zone, over pages that state one; authors if the set of names is the same,
 * over all pages, so that a name invented for a page without a byline counts as wrong.
 */
final class PageFacts implements Task {

  @Override
  public String name() {
    return "metadata";
  }

  @Override
  public String summary() {
    return "headline, days, authors, agency of pages (data: extraction/; word 'misses' lists them)";
  }

  @Override
  public void run(Call call) throws IOException {
    Path data = call.dataOr("extraction");
    JsonNode truth = new ObjectMapper().readTree(call.marks("metadata-truth.json").toFile());
    Score headline = new Score("headline");
    Score published = new Score("published day");
    Score modified = new Score("modified day");
    Score authors = new Score("authors");
    Score agency = new Score("wire agency");
    List<String> lines = new ArrayList<>();
    for (Map.Entry<String, byte[]> page : Extraction.pages(data).entrySet()) {
      Metadata found = null;
      for (Outcome outcome : new Ingest(Settings.DEFAULT).read(page.getKey(), page.getValue())) {
        if (outcome instanceof Outcome.Read read && found == null) {
          found = read.report().metadata();
        }
      }
      lines.add(page.getKey() + "\t" + found);
      JsonNode want = truth.get(page.getKey());
      if (want == null) {
        continue;
      }
      String id = page.getKey().substring(0, Math.min(12, page.getKey().length()));
      Metadata got = found == null ? Metadata.builder().build() : found;
      headline.add(id, plain(text(want, "headline")), plain(got.title()));
      if (text(want, "published") != null) {
        published.add(id, text(want, "published"), day(got.published()));
      }
      if (text(want, "modified") != null) {
        modified.add(id, text(want, "modified"), day(got.modified()));
      }
      Set<String> names = new TreeSet<>();
      want.path("authors").forEach(n -> names.add(plain(n.asText())));
      Set<String> read = new TreeSet<>();
      got.authors().forEach(n -> read.add(plain(n)));
      authors.add(id, names.toString(), read.toString());
      String wire = text(want, "agency");
      if (wire != null && WIRES.contains(wire)) {
        agency.add(id, wire, got.agency());
      }
    }
    call.write(lines);
    for (Score score : List.of(headline, published, modified, authors, agency)) {
      call.print().print(score.line(call.words().contains("misses")));
    }
  }

  private static final Set<String> WIRES = Set.of("Associated Press", "Reuters", "PTI", "AFP");

  private static @Nullable String text(JsonNode node, String field) {
    JsonNode value = node.get(field);
    return value == null || value.isNull() ? null : value.asText();
  }

  private static @Nullable String day(parley.text.@Nullable Timestamp at) {
    return at == null ? null : at.date().toString();
  }

  private static @Nullable String plain(@Nullable String text) {
    return text == null
        ? null
        : text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
  }

  /** Right answers of all, and the misses. */
  private static final class Score {
    private final String name;
    private int right;
    private int all;
    private final List<String> misses = new ArrayList<>();

    Score(String name) {
      this.name = name;
    }

    void add(String id, @Nullable String want, @Nullable String got) {
      all++;
      if (want != null && want.equals(got)) {
        right++;
      } else {
        misses.add("    " + id + " want " + want + " got " + got);
      }
    }

    String line(boolean detail) {
      String line =
          String.format(
              Locale.ROOT,
              "%-14s %5.1f %% (%d of %d)%n",
              name,
              100.0 * right / Math.max(1, all),
              right,
              all);
      return detail ? line + String.join("\n", misses) + "\n" : line;
    }
  }
}
