package parley.teacher.positions;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import parley.board.PartyNames;
import parley.codebook.Codebook;
import parley.extract.positions.internal.Candidate;
import parley.extract.positions.internal.CandidateFinder;
import parley.extract.positions.internal.ClauseVectors;
import parley.extract.positions.internal.Context;
import parley.extract.positions.internal.FirstLook;
import parley.extract.positions.internal.Holder;
import parley.extract.positions.internal.HolderFeatures;
import parley.extract.positions.internal.HolderFinder;
import parley.extract.positions.internal.IssueFeatures;
import parley.extract.positions.internal.Lexicon;
import parley.extract.positions.internal.PositionFeatures;
import parley.extract.positions.internal.PositionModel;
import parley.extract.positions.internal.SecondLook;
import parley.extract.positions.internal.SentenceView;
import parley.learn.FeatureBag;
import parley.learn.FeatureNet;
import parley.learn.SlotNet;
import parley.learn.Softmax;
import parley.teacher.learn.NetTrainer;
import parley.teacher.learn.Shuffle;
import parley.text.Span;

/** Trains the three nets of a {@link PositionModel} from marked reports. Seeded, repeatable. */
public final class PositionTrainer {

  private static final int STANCE_BITS = 18;
  private static final int ISSUE_BITS = 16;
  private static final int HOLDER_BITS = 17;
  private static final float KEEP = 0.7f;
  private static final float DECAY = 1e-5f;
  private static final int STANCE_ROUNDS = 6;
  private static final int ISSUE_ROUNDS = 10;
  private static final int HOLDER_ROUNDS = 8;

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
    List<HolderCase> holders = new ArrayList<>();
    List<String> codes = lexicon.codebook().issueCodes();
    FeatureBag bag = new FeatureBag();
    for (Reading reading : readings) {
      Context context = new Context(reading.analysed(), lexicon, reading.statements());
      List<Example> examples = examples(reading, context);
      float trust = reading.marked().ours() ? OURS : 1;
      examples.forEach(e -> e.weight *= trust);
      reports.add(examples);
      for (Example e : examples) {
        MarkedReport.Marked marked = e.marked;
        if (marked != null) {
          int stance = e.label - 1;
          IssueFeatures.of(context, e.clause, stance, bag);
          int issue = codes.indexOf(marked.issue());
          issues.add(
              new ClassTrainer.Case(
                  bag.toArray(), e.vectors, ClassTrainer.only(codes.size(), issue), trust));
          holders.add(holderCase(context, reading, e.clause, stance, marked));
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
        choose(holders),
        codes,
        KEEP,
        (float) THRESHOLD,
        1,
        0);
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

  /** The words that may name a holder, and which of them do. */
  private record HolderCase(List<int[]> features, boolean[] right, int rights) {}

  /**
   * A word is right if it names the marked party, and among those best if it stands in the marked
   * span; without such a word all that name the party are.
   */
  private static HolderCase holderCase(
      Context context, Reading reading, Candidate c, int stance, MarkedReport.Marked marked) {
    List<int[]> features = new ArrayList<>();
    List<Holder> holders = HolderFinder.find(context, reading.cast(), c);
    PartyNames names = new PartyNames(reading.cast().actors());
    boolean[] named = new boolean[holders.size()];
    boolean[] spanned = new boolean[holders.size()];
    int both = 0;
    FeatureBag bag = new FeatureBag();
    Span party = marked.party();
    for (int i = 0; i < named.length; i++) {
      Holder h = holders.get(i);
      HolderFeatures.of(context, c, h, stance, bag);
      features.add(bag.toArray());
      named[i] = SameName.of(marked.partyName(), names.of(h.actor()));
      spanned[i] = party != null && party.contains(h.view().sentence().token(h.token()).span());
      both += named[i] && spanned[i] ? 1 : 0;
    }
    boolean[] right = new boolean[named.length];
    int rights = 0;
    boolean anyNamed = false;
    for (boolean n : named) {
      anyNamed |= n;
    }
    for (int i = 0; i < right.length; i++) {
      right[i] = both > 0 ? named[i] && spanned[i] : anyNamed ? named[i] : spanned[i];
      rights += right[i] ? 1 : 0;
    }
    return new HolderCase(features, right, rights);
  }

  /** One score a word; the softmax runs over the words of one clause. */
  private FeatureNet choose(List<HolderCase> cases) {
    NetTrainer net = new NetTrainer(HOLDER_BITS, 0, 1, 0.05f, DECAY, seed);
    SplittableRandom random = new SplittableRandom(seed);
    List<HolderCase> order = new ArrayList<>(cases);
    float[] score = new float[1];
    float[] sumSlope = new float[1];
    for (int round = 0; round < HOLDER_ROUNDS; round++) {
      Shuffle.in(order, random);
      for (HolderCase c : order) {
        if (c.rights() == 0) {
          continue;
        }
        int n = c.features().size();
        int[][] kept = new int[n][];
        float[][] sums = new float[n][1];
        float[] scores = new float[n];
        for (int j = 0; j < n; j++) {
          kept[j] = NetTrainer.drop(c.features().get(j), 1 - KEEP, random);
          net.add(kept[j], sums[j], 0);
          net.finish(sums[j], 0, score, 0);
          scores[j] = score[0];
        }
        double[] p = Softmax.of(scores);
        for (int j = 0; j < n; j++) {
          float slope = (float) (p[j] - (c.right()[j] ? 1.0 / c.rights() : 0));
          if (Math.abs(slope) > 1e-3) {
            net.back(sums[j], 0, new float[] {slope}, 0, sumSlope);
            net.step(kept[j], sumSlope);
          }
        }
      }
    }
    return net.net();
  }
}
