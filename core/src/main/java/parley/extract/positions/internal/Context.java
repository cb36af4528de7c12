package parley.extract.positions.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import parley.extract.actors.Cast;
import parley.language.AnalysedReport;
import parley.language.Sentence;
import parley.record.Actor;
import parley.record.ActorKind;
import parley.record.Statement;
import parley.text.Part;

/** A report made ready for reading positions: views of its sentences with their cue words. */
public final class Context {

  private static final int FOREMOST = 2;

  private final AnalysedReport report;
  private final StatementMap statements;
  private final List<SentenceView> views = new ArrayList<>();
  private final List<long[]> words = new ArrayList<>();
  private final List<long[]> issues = new ArrayList<>();
  private final List<boolean[]> quoted = new ArrayList<>();
  private final ClauseVectors vectors;
  private final int issueKinds;
  private final int density;
  private @Nullable List<Actor> foremost;

  public Context(AnalysedReport report, Lexicon lexicon, List<Statement> statements) {
    this.report = report;
    this.statements = new StatementMap(statements);
    issueKinds = lexicon.codebook().issues().size();
    boolean open = false;
    int hits = 0;
    int tokens = 0;
    Part part = null;
    for (Sentence sentence : report.sentences()) {
      SentenceView view = new SentenceView(sentence, views.size());
      views.add(view);
      words.add(lexicon.words(view));
      long[] bits = lexicon.issues(view);
      issues.add(bits);
      for (long b : bits) {
        hits += b == 0 ? 0 : 1;
      }
      tokens += bits.length;
      if (!sentence.part().equals(part)) {
        open = false;
        part = sentence.part();
      }
      boolean[] in = new boolean[view.size()];
      for (int i = 0; i < in.length; i++) {
        String w = view.word(i);
        if (w.equals("“") || w.equals("``")) {
          open = true;
        } else if (w.equals("”") || w.equals("''")) {
          open = false;
        } else if (w.equals("\"")) {
          open = !open;
        }
        in[i] = open;
      }
      quoted.add(in);
    }
    density = tokens == 0 ? 0 : Math.min(9, hits * 40 / tokens);
    vectors = new ClauseVectors(views);
  }

  /** The named actors, places aside, that are mentioned most; at most two. */
  List<Actor> foremost(Cast cast) {
    if (foremost == null) {
      foremost =
          cast.actors().stream()
              .filter(a -> a.named() && a.kind() != ActorKind.PLACE && a.mentions().size() > 1)
              .sorted(Comparator.comparingInt((Actor a) -> a.mentions().size()).reversed())
              .limit(FOREMOST)
              .toList();
    }
    return foremost;
  }

  /** The words of the report's clauses as vectors. */
  public ClauseVectors vectors() {
    return vectors;
  }

  public AnalysedReport report() {
    return report;
  }

  public List<SentenceView> views() {
    return views;
  }

  long[] words(SentenceView view) {
    return words.get(view.index());
  }

  long[] issues(SentenceView view) {
    return issues.get(view.index());
  }

  boolean quoted(SentenceView view, int token) {
    return quoted.get(view.index())[token];
  }

  /** The innermost statement in whose content the offset stands, null if the report tells it. */
  @Nullable Statement statementAt(int offset) {
    return statements.around(offset);
  }

  /** The sentence in which an offset stands, null if it is between sentences. */
  @Nullable SentenceView viewAt(int offset) {
    int low = 0;
    int high = views.size();
    while (low < high) {
      int mid = (low + high) >>> 1;
      if (views.get(mid).sentence().span().begin() <= offset) {
        low = mid + 1;
      } else {
        high = mid;
      }
    }
    return low == 0 || !views.get(low - 1).sentence().span().contains(offset)
        ? null
        : views.get(low - 1);
  }

  int issueKinds() {
    return issueKinds;
  }

  /** 0 to 9: how thick the report is with words of the issues. */
  int density() {
    return density;
  }
}
