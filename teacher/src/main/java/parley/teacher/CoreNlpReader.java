package parley.teacher;

import edu.stanford.nlp.ie.crf.CRFClassifier;
import edu.stanford.nlp.ling.CoreAnnotations;
import edu.stanford.nlp.ling.CoreLabel;
import edu.stanford.nlp.ling.IndexedWord;
import edu.stanford.nlp.pipeline.Annotation;
import edu.stanford.nlp.pipeline.StanfordCoreNLP;
import edu.stanford.nlp.semgraph.SemanticGraph;
import edu.stanford.nlp.semgraph.SemanticGraphCoreAnnotations;
import edu.stanford.nlp.semgraph.SemanticGraphEdge;
import edu.stanford.nlp.util.CoreMap;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import parley.language.AnalysedReport;
import parley.language.LanguageReader;
import parley.language.Name;
import parley.language.NameFinish;
import parley.language.NameKind;
import parley.language.Sentence;
import parley.language.Token;
import parley.text.Part;
import parley.text.Report;
import parley.text.Span;

/**
 * The language room filled by Stanford CoreNLP: tokens, sentences, tags, lemmas, one CRF name model
 * of three classes, dependencies. It trains and checks Parley's own models; nothing that ships uses
 * it. Needs the models on the class path ({@code mvn -Pteacher}, or {@code teacher/run}).
 */
public final class CoreNlpReader implements LanguageReader {

  private static final String NAMES =
      "edu/stanford/nlp/models/ner/english.all.3class.distsim.crf.ser.gz";
  private static final String BACKGROUND = "O";

  private final StanfordCoreNLP pipeline;
  private final CRFClassifier<CoreLabel> names;
  private final NameFinish finish = new NameFinish();
  private final boolean trees;

  private CoreNlpReader(boolean trees) {
    this.trees = trees;
    Properties properties = new Properties();
    properties.setProperty("annotators", "tokenize,ssplit,pos,lemma" + (trees ? ",depparse" : ""));
    properties.setProperty("tokenize.options", "untokenizable=allKeep,invertible=true");
    properties.setProperty("ssplit.newlineIsSentenceBreak", "two");
    pipeline = new StanfordCoreNLP(properties);
    try {
      names = CRFClassifier.getClassifier(NAMES);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(NAMES + " holds another class", e);
    }
  }

  /** All stages. */
  public static CoreNlpReader whole() {
    return new CoreNlpReader(true);
  }

  /** Without the parser, seven times faster: every token but a sentence's first depends on it. */
  public static CoreNlpReader withoutTrees() {
    return new CoreNlpReader(false);
  }

  @Override
  public String id() {
    return "corenlp-4.5.10";
  }

  @Override
  public AnalysedReport analyse(Report report) {
    List<Sentence> sentences = new ArrayList<>();
    for (Part part : report.parts()) {
      if (part.role().isRead()) {
        Annotation annotation = new Annotation(part.span().of(report.text()));
        pipeline.annotate(annotation);
        for (CoreMap sentence : annotation.get(CoreAnnotations.SentencesAnnotation.class)) {
          addSentence(report.text(), part, sentence, sentences);
        }
      }
    }
    return new AnalysedReport(report, sentences);
  }

  private void addSentence(String text, Part part, CoreMap sentence, List<Sentence> sentences) {
    List<CoreLabel> labels = new ArrayList<>();
    List<Span> spans = new ArrayList<>();
    List<CoreLabel> all = sentence.get(CoreAnnotations.TokensAnnotation.class);
    int[] place = new int[all.size()];
    int last = part.span().begin();
    for (int i = 0; i < all.size(); i++) {
      CoreLabel label = all.get(i);
      int begin = part.span().begin() + label.beginPosition();
      int end = part.span().begin() + label.endPosition();
      // CoreNLP shares the full stop of a closing abbreviation between two tokens.
      if (begin < last || end <= begin) {
        place[i] = -1;
        continue;
      }
      place[i] = labels.size();
      last = end;
      labels.add(label);
      spans.add(new Span(begin, end));
    }
    if (labels.isEmpty()) {
      return;
    }
    int[] heads = new int[labels.size()];
    String[] relations = new String[labels.size()];
    if (trees) {
      readTree(sentence, place, heads, relations);
    } else {
      Arrays.fill(relations, "dep");
    }
    makeOneRoot(heads, relations);
    List<String> forms = new ArrayList<>();
    List<Token> tokens = new ArrayList<>();
    for (int i = 0; i < labels.size(); i++) {
      CoreLabel label = labels.get(i);
      Span span = spans.get(i);
      forms.add(span.of(text));
      String lemma = label.lemma() == null ? span.of(text) : label.lemma();
      tokens.add(new Token(i, span, span.of(text), lemma, label.tag(), heads[i], relations[i]));
    }
    List<Name> found = finish.finish(forms, namesOf(all, place));
    sentences.add(new Sentence(part, tokens, found));
  }

  private static void readTree(CoreMap sentence, int[] place, int[] heads, String[] relations) {
    Arrays.fill(heads, Token.ROOT);
    Arrays.fill(relations, "root");
    SemanticGraph graph =
        sentence.get(SemanticGraphCoreAnnotations.BasicDependenciesAnnotation.class);
    if (graph == null) {
      return;
    }
    for (IndexedWord word : graph.vertexSet()) {
      int at = place[word.index() - 1];
      SemanticGraphEdge edge = first(graph.incomingEdgeIterable(word));
      if (at < 0 || edge == null) {
        continue;
      }
      int head = place[edge.getGovernor().index() - 1];
      if (head >= 0 && head != at) {
        heads[at] = head;
        relations[at] = edge.getRelation().toString();
      }
    }
  }

  private static @Nullable SemanticGraphEdge first(Iterable<SemanticGraphEdge> edges) {
    for (SemanticGraphEdge edge : edges) {
      return edge;
    }
    return null;
  }

  /** Hangs every further root, and what is left in a cycle, below the first root. */
  private static void makeOneRoot(int[] heads, String[] relations) {
    int root = -1;
    for (int i = 0; i < heads.length && root < 0; i++) {
      if (heads[i] == Token.ROOT) {
        root = i;
      }
    }
    root = Math.max(root, 0);
    heads[root] = Token.ROOT;
    relations[root] = "root";
    for (int i = 0; i < heads.length; i++) {
      if (i != root && (heads[i] == Token.ROOT || heads[i] == i)) {
        heads[i] = root;
        relations[i] = "dep";
      }
    }
  }

  private List<Name> namesOf(List<CoreLabel> labels, int[] place) {
    List<CoreLabel> classified = names.classifySentence(labels);
    List<Name> found = new ArrayList<>();
    String open = BACKGROUND;
    int begin = 0;
    int end = 0;
    for (int i = 0; i <= classified.size(); i++) {
      String kind =
          i == classified.size()
              ? BACKGROUND
              : classified.get(i).get(CoreAnnotations.AnswerAnnotation.class);
      if (i < place.length && place[i] < 0) {
        continue;
      }
      if (!kind.equals(open)) {
        if (!open.equals(BACKGROUND)) {
          found.add(new Name(kindOf(open), begin, end));
        }
        open = kind;
        begin = i < place.length ? place[i] : 0;
      }
      if (i < place.length) {
        end = place[i] + 1;
      }
    }
    return found;
  }

  private static NameKind kindOf(String label) {
    return switch (label) {
      case "PERSON" -> NameKind.PERSON;
      case "ORGANIZATION" -> NameKind.ORGANIZATION;
      case "LOCATION" -> NameKind.PLACE;
      default -> throw new IllegalArgumentException("CoreNLP label " + label);
    };
  }
}
