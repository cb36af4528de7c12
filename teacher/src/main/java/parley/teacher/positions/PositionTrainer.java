package parley.teacher.positions;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import parley.codebook.Codebook;
import parley.extract.positions.internal.Candidate;
import parley.extract.positions.internal.CandidateFinder;
import parley.extract.positions.internal.ClauseVectors;
import parley.extract.positions.internal.Context;
import parley.extract.positions.internal.FirstLook;
import parley.extract.positions.internal.IssueFeatures;
import parley.extract.positions.internal.Lexicon;
import parley.extract.positions.internal.PositionFeatures;
import parley.extract.positions.internal.PositionModel;
import parley.extract.positions.internal.SecondLook;
import parley.extract.positions.internal.SentenceView;
import parley.learn.FeatureBag;
import parley.learn.SlotNet;

/** Trains the three nets of a {@link PositionModel} from marked reports. Seeded, repeatable. */
public final class PositionTrainer {

  private static final int STANCE_BITS = 18;
  private static final int ISSUE_BITS = 16;
  private static final float KEEP = 0.7f;
  private static final int STANCE_ROUNDS = 6;
  private static final int ISSUE_ROUNDS = 10;

  /** A clause that shares at least so many of its words is paired with a marked content. */
  private static final double PAIRED = 0.3;

  /** A second reading of a marked content is trained as that too from here on. */
  private static final double SAME = 0.7;

  /** Parts in which the second look is trained. */
  private static final int PARTS = 3;

  private static final int KINDS = Codebook.STANCES.size() + 1;

  /** How much a report that we wrote counts beside one that somebody published. */
  private static final float OURS = 0.5f;

  private static final float SECOND_WEIGHT = 0.1f;
  private static final double THRESHOLD = 0.35;

  private final Lexicon lexicon;
  private final long seed;

  public PositionTrainer(Codebook codebook, long seed) {
    lexicon = new Lexicon(codebook);
    this.seed = seed;
  }

  /**
   * Trains on all the readings; how sure the model is to be taken is told from a fifth of them that
   * a first model did not see.
   */
  public PositionModel trainCalibrated(List<Reading> readings) {
    List<Reading> seen = new ArrayList<>();
    List<Reading> unseen = new ArrayList<>();
    for (int i = 0; i < readings.size(); i++) {
      (i % 5 == 0 ? unseen : seen).add(readings.get(i));
    }
    float[] line = new Calibration(lexicon, train(seen)).fit(unseen);
    PositionModel all = train(readings);
    return new PositionModel(
        all.stance(),
        all.stanceSlots(),
        all.again(),
        all.issue(),
        all.issueSlots(),
        all.holder(),
        all.issues(),
        all.keep(),
        all.threshold(),
        line[0],
        line[1]);
  }

  /** Trains on all the readings, without calibration. */
  public PositionModel train(List<Reading> readings) {
    List<List<Example>> reports = new ArrayList<>();
    List<ClassTrainer.Case> issues = new ArrayList<>();
    HolderTrainer holders = new HolderTrainer(seed);
    List<String> codes = lexicon.codebook().issueCodes();
    FeatureBag bag = new FeatureBag();
    for (Reading reading : readings) {
      Context context = new Context(reading.analysed(), lexicon, reading.statements());
      List<Example> examples = examples(reading, context);
      float trust = reading.marked().ours() ? OURS : 1;
      examples.forEach(e -> e.weight *= trust);
      reports.add(examples);
      holders.add(context, reading, marked(examples));
      for (Example e : examples) {
        MarkedReport.Marked marked = e.marked;
        if (marked != null) {
          int stance = e.label - 1;
          IssueFeatures.of(context, e.clause, stance, bag);
          int issue = codes.indexOf(marked.issue());
          issues.add(
              new ClassTrainer.Case(
                  bag.toArray(), e.vectors, ClassTrainer.only(codes.size(), issue), trust));
        }
      }
    }
    ClassTrainer.Nets stance = stances(reports, -1);
    ClassTrainer.Nets issue =
        new ClassTrainer(ISSUE_BITS, codes.size(), ISSUE_ROUNDS, KEEP, seed).train(issues);
    return new PositionModel(
        stance.sparse(),
        stance.slots(),
        again(reports),
        issue.sparse(),
        issue.slots(),
        holders.train(KEEP),
        codes,
        KEEP,
        (float) THRESHOLD,
        1,
        0);
  }

  /** A model with its net of holders trained anew, all its others kept as they are. */
  public PositionModel trainHolders(PositionModel model, List<Reading> readings) {
    HolderTrainer holders = new HolderTrainer(seed);
    for (Reading reading : readings) {
      Context context = new Context(reading.analysed(), lexicon, reading.statements());
      holders.add(context, reading, marked(examples(reading, context)));
    }
    return new PositionModel(
        model.stance(),
        model.stanceSlots(),
        model.again(),
        model.issue(),
        model.issueSlots(),
        holders.train(KEEP),
        model.issues(),
        model.keep(),
        model.threshold(),
        model.slope(),
        model.offset());
  }

  /** Those that are the best reading of a marked position. */
  private static List<Example> marked(List<Example> examples) {
    return examples.stream().filter(e -> e.marked != null).toList();
  }

  /** Nets of the first look, trained on all reports but those of one part. */
  private ClassTrainer.Nets stances(List<List<Example>> reports, int part) {
    List<ClassTrainer.Case> cases = new ArrayList<>();
    for (int i = 0; i < reports.size(); i++) {
      if (i % PARTS != part) {
        for (Example e : reports.get(i)) {
          cases.add(
              new ClassTrainer.Case(
                  e.features, e.vectors, ClassTrainer.only(KINDS, e.label), e.weight));
        }
      }
    }
    return new ClassTrainer(STANCE_BITS, KINDS, STANCE_ROUNDS, KEEP, seed).train(cases);
  }

  /** The net of the second look, trained on first looks at reports that they had not seen. */
  private SlotNet again(List<List<Example>> reports) {
    List<ClassTrainer.Again> cases = new ArrayList<>();
    for (int part = 0; part < PARTS; part++) {
      ClassTrainer.Nets nets = stances(reports, part);
      for (int i = part; i < reports.size(); i += PARTS) {
        List<FirstLook> looks = new ArrayList<>();
        for (Example e : reports.get(i)) {
          looks.add(new FirstLook(e.clause, nets.probabilities(e.features, e.vectors, KEEP)));
        }
        SecondLook second = new SecondLook(looks);
        for (int k = 0; k < looks.size(); k++) {
          Example e = reports.get(i).get(k);
          float[] around = new float[SecondLook.INPUTS];
          second.of(k, around);
          cases.add(
              new ClassTrainer.Again(
                  looks.get(k).stances(), around, ClassTrainer.only(KINDS, e.label), e.weight));
        }
      }
    }
    return ClassTrainer.again(cases, KINDS, seed);
  }

  /** Every clause of a report with its label. */
  List<Example> examples(Reading reading, Context context) {
    String text = reading.marked().report().text();
    List<Example> examples = new ArrayList<>();
    List<BitSet> words = new ArrayList<>();
    FeatureBag bag = new FeatureBag();
    for (SentenceView view : context.views()) {
      for (Candidate c : CandidateFinder.find(view)) {
        PositionFeatures.of(context, c, bag);
        float[] vectors = new float[ClauseVectors.length()];
        context.vectors().of(c, vectors);
        examples.add(new Example(c, bag.toArray(), vectors));
        words.add(Words.of(text, c.span()));
      }
    }
    for (MarkedReport.Marked marked : reading.marked().positions()) {
      label(examples, words, marked, Words.of(text, marked.content()));
    }
    return examples;
  }

  private static void label(
      List<Example> examples, List<BitSet> words, MarkedReport.Marked marked, BitSet content) {
    double[] overlap = new double[examples.size()];
    int best = -1;
    for (int i = 0; i < overlap.length; i++) {
      overlap[i] = Words.overlap(content, words.get(i));
      if (best < 0 || overlap[i] > overlap[best]) {
        best = i;
      }
    }
    if (best < 0 || overlap[best] < PAIRED) {
      return;
    }
    int stance = 1 + Codebook.STANCES.indexOf(marked.stance());
    for (int i = 0; i < overlap.length; i++) {
      Example e = examples.get(i);
      if (i == best && e.marked == null) {
        e.marked = marked;
        e.label = stance;
        e.weight = 1;
      } else if (e.label == 0 && overlap[i] >= SAME) {
        e.label = stance;
        e.weight = (float) overlap[i];
      } else if (e.label == 0 && overlap[i] >= PAIRED) {
        e.weight = SECOND_WEIGHT;
      }
    }
  }
}
