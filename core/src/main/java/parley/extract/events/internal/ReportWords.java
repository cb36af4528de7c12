package parley.extract.events.internal;

import java.util.List;
import java.util.Locale;
import parley.language.AnalysedReport;
import parley.language.Name;
import parley.language.Sentence;
import parley.language.Token;

/** The words of a report by sentence and token, with the classes that the incidents' room knows. */
public final class ReportWords {

  /** Stands for the word where there is none. */
  static final int NONE = "<none>".hashCode();

  /** Classes of names stand above those of {@link IncidentWords}. */
  private static final int NAMES = 100;

  private final List<Sentence> sentences;
  private final int[][] words;
  private final int[][] acts;
  private final int[][] kinds;
  private final int[][] names;

  public ReportWords(AnalysedReport report) {
    IncidentWords lexicon = IncidentWords.shipped();
    sentences = report.sentences();
    int n = sentences.size();
    words = new int[n][];
    acts = new int[n][];
    kinds = new int[n][];
    names = new int[n][];
    for (int s = 0; s < n; s++) {
      Sentence sentence = sentences.get(s);
      int size = sentence.size();
      words[s] = new int[size];
      acts[s] = new int[size];
      kinds[s] = new int[size];
      names[s] = new int[size];
      for (int i = 0; i < size; i++) {
        String lemma = sentence.token(i).lemma().toLowerCase(Locale.ROOT);
        words[s][i] = lemma.hashCode();
        acts[s][i] = lexicon.act(lemma);
        kinds[s][i] = lexicon.kind(lemma);
      }
      for (Name name : sentence.names()) {
        for (int i = name.begin(); i < name.end(); i++) {
          names[s][i] = 1 + name.kind().ordinal();
        }
      }
    }
  }

  int size() {
    return words.length;
  }

  Sentence sentence(int s) {
    return sentences.get(s);
  }

  /** Hashes of a sentence's lemmas. */
  int[] words(int s) {
    return words[s];
  }

  /** Of each token of a sentence the class of violent act that it tells of, 0 for none. */
  int[] acts(int s) {
    return acts[s];
  }

  /** Of each token the kind of name that holds it, 0 for none. */
  int[] names(int s) {
    return names[s];
  }

  /** What a word stands for: the class of its lemma, else the kind of name that holds it. */
  int classOf(int s, int i) {
    int kind = kinds[s][i];
    return kind != 0 || names[s][i] == 0 ? kind : NAMES + names[s][i];
  }

  /** The word that ties a phrase to its governor, by its head. */
  int preposition(int s, int head) {
    for (Token d : sentence(s).dependents(head)) {
      if (d.relation().equals("case")) {
        return words[s][d.index()];
      }
    }
    return NONE;
  }
}
