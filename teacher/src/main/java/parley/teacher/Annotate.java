package parley.teacher;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import edu.stanford.nlp.ling.CoreAnnotations;
import edu.stanford.nlp.ling.CoreLabel;
import edu.stanford.nlp.pipeline.Annotation;
import edu.stanford.nlp.pipeline.StanfordCoreNLP;
import edu.stanford.nlp.util.CoreMap;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import parley.language.AnalysedReport;
import parley.language.Name;
import parley.language.NameKind;
import parley.language.Sentence;
import parley.language.Token;
import parley.text.Report;

/**
 * Writes the teacher's tags, lemmas and names over the bench's texts: {@code Annotate BENCH OUT}.
 *
 * <p>{@code OUT/train-*.tsv} come from texts that are of no dev or test part, {@code OUT/held-*}
 * from the others and are for measuring only. A line holds form, tag, lemma and name ("B-PERSON");
 * "# doc" begins a report, an empty line ends a sentence. Reports in capitals are re-cased for the
 * teacher and written with their own letters.
 */
public final class Annotate {

  private final CoreNlpReader reader = CoreNlpReader.withoutTrees();
  private @Nullable StanfordCoreNLP recaser;

  private Annotate() {}

  public static void main(String[] args) throws IOException {
    Path bench = Path.of(args[0]);
    Path out = Path.of(args[1]);
    Files.createDirectories(out);
    Annotate annotate = new Annotate();
    Set<String> marked = new HashSet<>();
    for (String part : List.of("train", "dev")) {
      try (Stream<Path> files = Files.list(bench.resolve("positions/" + part))) {
        files.forEach(f -> marked.add(f.getFileName().toString().replaceAll("\\..*", "")));
      }
    }
    // Marked by hand for tokens and sentences: kept out of the training too.
    for (String id : List.of("063", "150", "198", "205", "218", "228")) {
      marked.add("guardian-" + id);
    }
    Map<String, String> guardian = jsonTexts(bench.resolve("reports/guardian-syria.jsonl"));
    Map<String, String> unseen = new TreeMap<>(guardian);
    unseen.keySet().retainAll(marked);
    guardian.keySet().removeAll(marked);
    annotate.write(unseen, out.resolve("held-guardian.tsv"), false);
    annotate.write(
        folder(bench.resolve("statements/polnear/dev/text")),
        out.resolve("held-polnear.tsv"),
        false);
    annotate.write(guardian, out.resolve("train-guardian.tsv"), false);
    annotate.write(
        conllTexts(bench.resolve("linguistics/en_ewt-ud-train.conllu")),
        out.resolve("train-ewt.tsv"),
        false);
    annotate.write(
        folder(bench.resolve("statements/polnear/train/text")),
        out.resolve("train-polnear.tsv"),
        false);
    annotate.write(
        jsonTexts(bench.resolve("incidents/muc_train.jsonl")), out.resolve("train-muc.tsv"), true);
  }

  private void write(Map<String, String> texts, Path file, boolean capitals) throws IOException {
    long start = System.nanoTime();
    int tokens = 0;
    try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(file, StandardCharsets.UTF_8))) {
      for (Map.Entry<String, String> text : texts.entrySet()) {
        out.println("# doc " + text.getKey());
        String own = text.getValue();
        Report report = Paragraphs.report(capitals ? recase(own) : own);
        AnalysedReport read = reader.analyse(report);
        for (Sentence sentence : read.sentences()) {
          tokens += sentence.size();
          writeSentence(out, own, sentence);
        }
      }
    }
    System.err.printf(
        "%s: %d reports, %d tokens, %d s%n",
        file.getFileName(), texts.size(), tokens, (System.nanoTime() - start) / 1_000_000_000);
  }

  private static void writeSentence(PrintWriter out, String own, Sentence sentence) {
    String[] labels = new String[sentence.size()];
    for (Name name : sentence.names()) {
      if (name.kind() == NameKind.TITLE) {
        continue;
      }
      for (int i = name.begin(); i < name.end(); i++) {
        labels[i] = (i == name.begin() ? "B-" : "I-") + name.kind();
      }
    }
    for (Token token : sentence.tokens()) {
      String label = labels[token.index()];
      out.println(
          token.span().of(own)
              + "\t"
              + token.tag()
              + "\t"
              + token.lemma()
              + "\t"
              + (label == null ? "O" : label));
    }
    out.println();
  }

  /** The text in the letters it would have had in a newspaper, each at its old place. */
  private String recase(String text) {
    if (recaser == null) {
      Properties properties = new Properties();
      properties.setProperty("annotators", "tokenize,ssplit,truecase");
      recaser = new StanfordCoreNLP(properties);
    }
    StringBuilder result = new StringBuilder(text);
    Annotation annotation = new Annotation(text);
    recaser.annotate(annotation);
    for (CoreMap sentence : annotation.get(CoreAnnotations.SentencesAnnotation.class)) {
      boolean first = true;
      for (CoreLabel label : sentence.get(CoreAnnotations.TokensAnnotation.class)) {
        String cased = label.get(CoreAnnotations.TrueCaseTextAnnotation.class);
        int begin = label.beginPosition();
        int end = label.endPosition();
        if (cased != null
            && cased.length() == end - begin
            && cased.equalsIgnoreCase(text.substring(begin, end))) {
          result.replace(begin, end, first ? upperFirst(cased) : cased);
        }
        first = false;
      }
    }
    return result.toString();
  }

  private static String upperFirst(String word) {
    return Character.toUpperCase(word.charAt(0)) + word.substring(1);
  }

  private static Map<String, String> folder(Path folder) throws IOException {
    Map<String, String> texts = new TreeMap<>();
    List<Path> files;
    try (Stream<Path> list = Files.list(folder)) {
      files = list.sorted().toList();
    }
    for (Path file : files) {
      texts.put(file.getFileName().toString(), Files.readString(file));
    }
    return texts;
  }

  private static Map<String, String> jsonTexts(Path file) throws IOException {
    Map<String, String> texts = new TreeMap<>();
    JsonFactory factory = new JsonFactory();
    for (String line : Files.readAllLines(file)) {
      String id = "";
      String text = "";
      try (JsonParser parser = factory.createParser(line)) {
        parser.nextToken();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
          String field = parser.currentName();
          parser.nextToken();
          if (field.equals("id")) {
            id = parser.getText();
          } else if (field.equals("text")) {
            text = parser.getText();
          }
          parser.skipChildren();
        }
      }
      texts.put(id, text);
    }
    return texts;
  }

  private static Map<String, String> conllTexts(Path file) throws IOException {
    Map<String, String> texts = new TreeMap<>();
    String id = "";
    List<String> sentences = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      if (line.startsWith("# newdoc id = ")) {
        texts.put(id, String.join("\n", sentences));
        sentences.clear();
        id = line.substring(14);
      } else if (line.startsWith("# text = ")) {
        sentences.add(line.substring(9));
      }
    }
    texts.put(id, String.join("\n", sentences));
    texts.remove("");
    return texts;
  }
}
