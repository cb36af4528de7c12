package parley.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import parley.bench.GumDocument.Entity;
import parley.extract.Reader;
import parley.extract.parts.PartReader;
import parley.record.Actor;
import parley.record.Mention;
import parley.text.Metadata;
import parley.text.Report;

/**
 * Coreference of names and pronouns on GUM's news, interview and speech documents. Mentions are
 * matched by their head word in the gold tree, so that it does not matter how much of a phrase a
 * system takes in. With the word {@code corenlp} the statistical coreference of CoreNLP is measured
 * instead.
 */
final class CoreferenceTask implements Task {

  private static final List<String> GENRES = List.of("news", "interview", "speech");
  private static final Set<String> NAMES_AND_PRONOUNS = Set.of("PROPN", "PRON");
  private static final Set<String> NOMINALS_TOO = Set.of("PROPN", "PRON", "NOUN");
  private static final Set<String> ACTORS = Set.of("person", "organization", "place");

  @Override
  public String name() {
    return "coreference";
  }

  @Override
  public String summary() {
    return "CoNLL F1 of names and pronouns in linguistics/en_gum-ud-dev.conllu; corenlp compares";
  }

  @Override
  public void run(Call call) throws IOException {
    List<GumDocument> documents =
        GumDocument.read(call.dataOr("linguistics/en_gum-ud-dev.conllu")).stream()
            .filter(d -> GENRES.stream().anyMatch(g -> d.id().contains("_" + g + "_")))
            .toList();
    boolean theirs = call.words().contains("corenlp");
    Function<String, List<List<int[]>>> system = theirs ? CoreNlpCoref.make() : ours();
    // The first document is read twice, so that loading models and warming up do not count.
    int clustersOfFirst = system.apply(documents.get(0).text()).size();
    List<String> predictions = new ArrayList<>();
    Map<String, CorefScore> scores = new LinkedHashMap<>();
    long nanos = 0;
    long words = 0;
    for (GumDocument document : documents) {
      long start = cpu();
      List<List<int[]>> clusters = system.apply(document.text());
      nanos += cpu() - start;
      words += document.words().size();
      score(document, clusters, scores);
      predictions.add(line(document, clusters));
    }
    call.write(predictions);
    call.print()
        .printf(
            Locale.ROOT,
            "%d documents, %d words; %d clusters in the first%n",
            documents.size(),
            words,
            clustersOfFirst);
    call.print().println("                                MUC    B3  CEAFe  CoNLL  mentions");
    scores.forEach(
        (name, s) ->
            call.print()
                .printf(
                    Locale.ROOT,
                    "%-30s %5.1f %5.1f  %5.1f  %5.1f  %5.1f%n",
                    name,
                    100 * s.mucF1(),
                    100 * s.bCubedF1(),
                    100 * s.ceafF1(),
                    100 * s.conll(),
                    100 * s.mentionF1()));
    call.print().printf(Locale.ROOT, "%.0f words a CPU second%n", words * 1e9 / nanos);
  }

  private static long cpu() {
    var os = ManagementFactory.getOperatingSystemMXBean();
    return os instanceof com.sun.management.OperatingSystemMXBean bean
        ? bean.getProcessCpuTime()
        : System.nanoTime();
  }

  private static Function<String, List<List<int[]>>> ours() {
    Reader reader = Readers.reader();
    PartReader parts = new PartReader();
    return text -> {
      Report report = Report.ofText(Metadata.builder().build(), text, parts.read(text));
      List<List<int[]>> clusters = new ArrayList<>();
      for (Actor actor : reader.read(report).actors()) {
        List<int[]> cluster = new ArrayList<>();
        for (Mention mention : actor.mentions()) {
          cluster.add(new int[] {mention.anchor().span().begin(), mention.anchor().span().end()});
        }
        clusters.add(cluster);
      }
      return clusters;
    };
  }

  private static void score(
      GumDocument document, List<List<int[]>> clusters, Map<String, CorefScore> scores) {
    for (Entity e : document.entities()) {
      if (e.last() >= document.words().size()) {
        throw new IllegalStateException("mention leaves its document: " + e);
      }
    }
    String genre = document.id().split("_", -1)[1];
    for (String row : List.of("all", "all: " + genre)) {
      add(document, clusters, NAMES_AND_PRONOUNS, false, scores, "names+pronouns, " + row);
    }
    add(document, clusters, NAMES_AND_PRONOUNS, true, scores, "the same of actors");
    add(document, clusters, Set.of("PROPN"), true, scores, "names of actors");
    add(document, clusters, NOMINALS_TOO, true, scores, "actors, nominals too");
  }

  private static void add(
      GumDocument document,
      List<List<int[]>> clusters,
      Set<String> tags,
      boolean actorsOnly,
      Map<String, CorefScore> scores,
      String row) {
    Map<Integer, Entity> byHead = new HashMap<>();
    Map<String, Set<Integer>> gold = new LinkedHashMap<>();
    Set<Integer> other = new LinkedHashSet<>();
    for (Entity e : document.entities()) {
      int head = document.head(e.first(), e.last());
      boolean wanted = tags.contains(document.words().get(head).universalTag());
      if (!wanted || byHead.putIfAbsent(head, e) != null) {
        continue;
      }
      if (actorsOnly && !ACTORS.contains(e.type())) {
        other.add(head);
      } else {
        gold.computeIfAbsent(e.cluster(), k -> new LinkedHashSet<>()).add(head);
      }
    }
    Set<Integer> taken = new LinkedHashSet<>(other);
    List<Set<Integer>> found = new ArrayList<>();
    for (List<int[]> cluster : clusters) {
      Set<Integer> heads = new LinkedHashSet<>();
      for (int[] span : cluster) {
        int head = document.headAt(span[0], span[1]);
        if (head >= 0
            && tags.contains(document.words().get(head).universalTag())
            && taken.add(head)) {
          heads.add(head);
        }
      }
      found.add(heads);
    }
    scores.computeIfAbsent(row, k -> new CorefScore()).add(gold.values(), found);
  }

  private static String line(GumDocument document, List<List<int[]>> clusters) {
    StringBuilder out = new StringBuilder("{\"id\":\"" + document.id() + "\",\"clusters\":[");
    String comma = "";
    for (List<int[]> cluster : clusters) {
      out.append(comma).append('[');
      out.append(String.join(",", cluster.stream().map(Arrays::toString).toList()));
      out.append(']');
      comma = ",";
    }
    return out.append("]}").toString();
  }
}
