package parley.bench;

import edu.stanford.nlp.coref.CorefCoreAnnotations;
import edu.stanford.nlp.coref.data.CorefChain;
import edu.stanford.nlp.ling.CoreAnnotations;
import edu.stanford.nlp.ling.CoreLabel;
import edu.stanford.nlp.pipeline.Annotation;
import edu.stanford.nlp.pipeline.StanfordCoreNLP;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.function.Function;

/** The statistical coreference of Stanford CoreNLP, as its quote pipeline uses it, to compare. */
final class CoreNlpCoref {

  private CoreNlpCoref() {}

  /** From a text to its chains, each a list of {@code {begin, end}} in UTF-16 units. */
  static Function<String, List<List<int[]>>> make() {
    Properties properties = new Properties();
    properties.setProperty("annotators", "tokenize,ssplit,pos,lemma,ner,depparse,coref");
    properties.setProperty("coref.algorithm", "statistical");
    properties.setProperty("ner.applyFineGrained", "false");
    properties.setProperty("ner.useSUTime", "false");
    StanfordCoreNLP pipeline = new StanfordCoreNLP(properties);
    return text -> {
      Annotation annotation = new Annotation(text);
      pipeline.annotate(annotation);
      List<List<int[]>> clusters = new ArrayList<>();
      for (CorefChain chain :
          annotation.get(CorefCoreAnnotations.CorefChainAnnotation.class).values()) {
        List<int[]> cluster = new ArrayList<>();
        for (CorefChain.CorefMention m : chain.getMentionsInTextualOrder()) {
          List<CoreLabel> tokens =
              annotation
                  .get(CoreAnnotations.SentencesAnnotation.class)
                  .get(m.sentNum - 1)
                  .get(CoreAnnotations.TokensAnnotation.class);
          cluster.add(
              new int[] {
                tokens.get(m.startIndex - 1).beginPosition(),
                tokens.get(m.endIndex - 2).endPosition()
              });
        }
        clusters.add(cluster);
      }
      return clusters;
    };
  }
}
