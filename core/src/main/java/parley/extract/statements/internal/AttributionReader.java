package parley.extract.statements.internal;

import java.util.ArrayList;
import java.util.List;
import parley.extract.statements.internal.Candidate.Run;
import parley.language.AnalysedReport;
import parley.language.Sentence;
import parley.learn.FeatureBag;
import parley.text.Span;

/**
 * Finds the attributions of a report by their spans.
 *
 * <ol>
 *   <li>quotation marks are paired over all paragraphs;
 *   <li>in each paragraph the model finds cues, gives each its source and content, and judges them;
 *   <li>the outermost ones are chosen, then those inside their contents, as if these were reports;
 *   <li>paragraphs that hold nothing but a quotation join the speaker beside them;
 *   <li>a communiqué or letter is a statement as a whole, and those found stand in it.
 * </ol>
 */
public final class AttributionReader {

  /** Below this an attribution is more likely wrong than right; chosen on the training part. */
  private static final double FLOOR = 0.28;

  private static final double CUE_FLOOR = 0.05;
  private static final int DEPTH = 3;

  /** How often a text so framed is what it seems: an estimate, for no corpus marks it. */
  private static final double WHOLE_TEXT = 0.9;

  private final StatementModel model;
  private final CandidateReader candidates;

  public AttributionReader(StatementModel model) {
    this.model = model;
    candidates = model.candidates();
  }

  /** Outermost attributions and those that stand in them, each after the one that holds it. */
  public List<Draft> read(AnalysedReport report) {
    List<Quotation> quotations = Quotations.in(report.report().text(), paragraphs(report));
    List<Passage> passages = Passage.of(report, quotations);
    List<List<Draft>> found = new ArrayList<>();
    Transcripts transcripts = Transcripts.of(passages);
    for (Passage p : passages) {
      List<Draft> drafts = new ArrayList<>();
      Candidate led = transcripts.read(p);
      for (Candidate c : led == null ? choose(p) : List.of(led)) {
        drafts.add(new Draft(c, -1));
      }
      Continuations.withinPassage(p, drafts);
      found.add(drafts);
    }
    Continuations.join(passages, quotations, found);
    List<Draft> result = new ArrayList<>();
    WholeText whole = WholeText.of(report);
    if (whole != null) {
      result.add(new Draft(passages.get(0), whole, WHOLE_TEXT));
    }
    for (List<Draft> drafts : found) {
      for (Draft draft : drafts) {
        if (whole != null && whole.holds(draft.content().get(0))) {
          draft.standsIn(0);
        }
        result.add(draft);
        nested(draft, result.size() - 1, 1, result);
      }
    }
    return result;
  }

  private List<Candidate> choose(Passage p) {
    List<Candidate> all = candidates.read(p, CUE_FLOOR);
    FeatureBag bag = new FeatureBag();
    double[] confidence = new double[all.size()];
    for (int i = 0; i < confidence.length; i++) {
      JudgeFeatures.fill(all, i, bag);
      confidence[i] = model.judge().probability(bag);
      if (Draft.isQuotedAs(all.get(i))) {
        confidence[i] = Math.max(confidence[i], FLOOR);
      }
    }
    for (int i = 0; i < confidence.length; i++) {
      all.get(i).confidence = confidence[i];
    }
    List<Candidate> chosen = Selection.outermost(all, FLOOR);
    for (Candidate c : chosen) {
      c.confidence = model.calibrated(c.confidence);
    }
    return chosen;
  }

  private void nested(Draft draft, int index, int depth, List<Draft> result) {
    Candidate outer = draft.candidate();
    if (outer == null || depth > DEPTH) {
      return;
    }
    int size = 0;
    for (Run run : outer.content) {
      size += run.length();
    }
    if (size < 4) {
      return;
    }
    Passage inner = Passage.within(outer.passage, outer.content);
    for (Candidate c : choose(inner)) {
      Draft found = new Draft(c, index);
      result.add(found);
      nested(found, result.size() - 1, depth + 1, result);
    }
  }

  private static List<Span> paragraphs(AnalysedReport report) {
    List<Span> result = new ArrayList<>();
    for (Sentence s : report.sentences()) {
      if (result.isEmpty() || !result.get(result.size() - 1).equals(s.part().span())) {
        result.add(s.part().span());
      }
    }
    return result;
  }

  /** The quotations of a report, outermost ones in text order. */
  public static List<Quotation> quotations(AnalysedReport report) {
    return Quotations.in(report.report().text(), paragraphs(report));
  }
}
