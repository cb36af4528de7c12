package parley.language;

import java.util.ArrayList;
import java.util.List;
import parley.language.internal.Labels;
import parley.language.internal.Models;
import parley.language.internal.NameTagger;
import parley.language.internal.Parser;
import parley.language.internal.Relations;
import parley.language.internal.SentenceSplitter;
import parley.language.internal.Storms;
import parley.language.internal.Tagger;
import parley.language.internal.Tokenizer;
import parley.language.internal.Tokens;
import parley.language.internal.Words;
import parley.text.Part;
import parley.text.Span;

/** All stages for one report after another. Belongs to one thread; the models may be shared. */
final class Pipeline {

  private final Models models;
  private final Tagger tagger;
  private final NameTagger names;
  private final Storms storms = new Storms();
  private final Parser parser;
  private final Relations namer;
  private final NameFinish finish = new NameFinish();
  private final Words words = new Words();
  private final float[] scores = new float[128];
  private int[] heads = new int[64];
  private int[] relations = new int[64];
  private int[] labels = new int[64];

  Pipeline(Models models) {
    this.models = models;
    tagger = new Tagger(models.tags());
    names = new NameTagger(models.names(), models.nameOrder(), models.lists());
    parser = new Parser(models.heads(), Models.BEAM);
    namer = new Relations(models.relations());
  }

  /** The sentences of all parts that are read. */
  List<Sentence> read(String text, List<Part> parts) {
    names.startReport();
    storms.startReport();
    List<Sentence> sentences = new ArrayList<>();
    for (Part part : parts) {
      if (part.role().isRead()) {
        Tokens tokens = Tokenizer.tokenize(text, part.span().begin(), part.span().end());
        int[] starts = SentenceSplitter.split(text, tokens);
        for (int s = 0; s + 1 < starts.length; s++) {
          sentences.add(sentence(text, part, tokens, starts[s], starts[s + 1]));
        }
      }
    }
    return sentences;
  }

  /** The sentences whose tokens are given, each token's place in {@code text}. */
  List<Sentence> readTokens(String text, Part part, List<Tokens> given) {
    names.startReport();
    storms.startReport();
    List<Sentence> sentences = new ArrayList<>();
    for (Tokens tokens : given) {
      sentences.add(sentence(text, part, tokens, 0, tokens.size()));
    }
    return sentences;
  }

  private Sentence sentence(String text, Part part, Tokens tokens, int from, int to) {
    int n = to - from;
    List<String> forms = new ArrayList<>(n);
    for (int i = from; i < to; i++) {
      forms.add(text.substring(tokens.begin(i), tokens.end(i)));
    }
    words.set(forms, models.lexicon());
    if (heads.length < n) {
      heads = new int[n * 2];
      relations = new int[n * 2];
      labels = new int[n * 2];
    }
    tagger.tag(words, scores);
    names.label(words, labels);
    storms.clear(words, labels);
    names.remember(words, labels);
    parser.parse(words, heads);
    namer.name(words, heads, relations, scores);
    List<Token> result = new ArrayList<>(n);
    for (int i = 0; i < n; i++) {
      String tag = Labels.TAGS.get(words.tag[i]);
      result.add(
          new Token(
              i,
              new Span(tokens.begin(from + i), tokens.end(from + i)),
              forms.get(i),
              models.lemmatizer().lemma(forms.get(i), tag),
              tag,
              heads[i] == n ? Token.ROOT : heads[i],
              Labels.RELATIONS.get(relations[i])));
    }
    return new Sentence(part, result, finish.finish(forms, namesOf(labels, n)));
  }

  /** Names from begin, inside, last and unit labels. */
  private static List<Name> namesOf(int[] labels, int n) {
    List<Name> found = new ArrayList<>();
    int begin = 0;
    for (int i = 0; i < n; i++) {
      if (labels[i] == Labels.OUTSIDE) {
        continue;
      }
      int place = (labels[i] - 1) % 4;
      if (place == 0 || place == 3) {
        begin = i;
      }
      if (place >= 2) {
        found.add(new Name(KINDS[(labels[i] - 1) / 4], begin, i + 1));
      }
    }
    return found;
  }

  private static final NameKind[] KINDS = {NameKind.PERSON, NameKind.ORGANIZATION, NameKind.PLACE};
}
