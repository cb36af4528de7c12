package parley.extract.statements;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import parley.extract.actors.Cast;
import parley.extract.statements.internal.AttributionReader;
import parley.extract.statements.internal.Candidate;
import parley.extract.statements.internal.Draft;
import parley.extract.statements.internal.Particulars;
import parley.extract.statements.internal.Quotation;
import parley.extract.statements.internal.StatementModel;
import parley.language.AnalysedReport;
import parley.record.Actor;
import parley.record.Anchor;
import parley.record.Provenance;
import parley.record.Statement;
import parley.record.TimeExpression;
import parley.text.Report;
import parley.text.Span;

/** Finds who says what: first the spans, then, once the actors are known, the speakers. */
public final class StatementReader {

  private static final String MODEL_RULE = "statement.model";
  private static final String BARE_RULE = "statement.bare-quotation";
  private static final String WHOLE_RULE = "statement.whole-text";

  /**
   * Share of a content's words that makes a statement direct; a few may stand outside the marks.
   */
  private static final double DIRECT = 0.9;

  /** Outermost statements in text order, each followed by those that stand in it. */
  public List<Attribution> find(AnalysedReport report) {
    if (report.sentences().isEmpty()) {
      return List.of();
    }
    List<Draft> drafts = new AttributionReader(StatementModel.shipped()).read(report);
    Quoted quoted = new Quoted(AttributionReader.quotations(report), report.report().text());
    List<Attribution> result = new ArrayList<>();
    for (Draft draft : drafts) {
      result.add(attribution(draft, quoted));
    }
    return result;
  }

  private static Attribution attribution(Draft draft, Quoted quoted) {
    String whole = draft.wholeTextMode();
    if (whole != null) {
      return wholeText(draft, whole);
    }
    List<Span> marks = quoted.within(draft.content());
    Candidate candidate = draft.candidate();
    Particulars more = candidate == null ? null : new Particulars(candidate);
    List<String> reasons = new ArrayList<>();
    if (more != null) {
      reasons.addAll(more.reasons());
    }
    reasons.addAll(draft.reasons());
    return new Attribution(
        kind(draft.content(), marks, quoted),
        more == null ? "said" : more.mode(),
        draft.source(),
        draft.cue(),
        draft.content(),
        marks,
        more == null ? null : more.addressee(),
        more == null ? null : more.venue(),
        more == null ? null : more.when(),
        more != null && more.negated(),
        more != null && more.hypothetical(),
        draft.within(),
        new Provenance(more == null ? BARE_RULE : MODEL_RULE, draft.confidence(), reasons));
  }

  /** All of a communiqué or letter is its author's own words, as if it were quoted. */
  private static Attribution wholeText(Draft draft, String mode) {
    return new Attribution(
        Statement.Kind.DIRECT,
        mode,
        draft.source(),
        draft.cue(),
        draft.content(),
        draft.content(),
        null,
        null,
        null,
        false,
        false,
        draft.within(),
        new Provenance(WHOLE_RULE, draft.confidence(), draft.reasons()));
  }

  private static Statement.Kind kind(List<Span> content, List<Span> marks, Quoted quoted) {
    int all = quoted.words(content);
    int inside = quoted.words(marks);
    if (inside == 0) {
      return Statement.Kind.INDIRECT;
    }
    return inside >= DIRECT * all ? Statement.Kind.DIRECT : Statement.Kind.MIXED;
  }

  /** Quotations of a report, to be asked what of a content is quoted. */
  private record Quoted(List<Quotation> quotations, String text) {

    List<Span> within(List<Span> content) {
      List<Span> result = new ArrayList<>();
      for (Span span : content) {
        for (int q = first(span.begin()); q < quotations.size(); q++) {
          List<Span> stretches = quotations.get(q).stretches();
          if (stretches.get(0).begin() >= span.end()) {
            break;
          }
          for (Span stretch : stretches) {
            int begin = Math.max(stretch.begin(), span.begin());
            int end = Math.min(stretch.end(), span.end());
            if (begin < end) {
              result.add(new Span(begin, end));
            }
          }
        }
      }
      return result;
    }

    /** Index of the first quotation that ends after an offset. */
    private int first(int offset) {
      int low = 0;
      int high = quotations.size();
      while (low < high) {
        int mid = (low + high) >>> 1;
        List<Span> stretches = quotations.get(mid).stretches();
        if (stretches.get(stretches.size() - 1).end() <= offset) {
          low = mid + 1;
        } else {
          high = mid;
        }
      }
      return low;
    }

    int words(List<Span> spans) {
      int n = 0;
      for (Span span : spans) {
        boolean in = false;
        for (int i = span.begin(); i < span.end(); i++) {
          boolean letter = Character.isLetterOrDigit(text.charAt(i));
          n += letter && !in ? 1 : 0;
          in = letter;
        }
      }
      return n;
    }
  }

  /** Turns attributions into statements s1, s2, … with speakers, addressees and times. */
  public List<Statement> resolve(
      AnalysedReport report,
      List<Attribution> attributions,
      Cast cast,
      List<TimeExpression> times) {
    List<Statement> result = new ArrayList<>();
    Report text = report.report();
    for (int i = 0; i < attributions.size(); i++) {
      Attribution a = attributions.get(i);
      Span venue = a.venue();
      result.add(
          new Statement(
              "s" + (i + 1),
              a.kind(),
              a.mode(),
              actor(a.source(), cast),
              Anchor.in(text, a.source()),
              Anchor.in(text, a.cue()),
              Anchor.in(text, a.content()),
              a.addressee() == null ? null : actor(List.of(a.addressee()), cast),
              venue == null ? null : Anchor.in(text, venue),
              time(a.when(), times),
              partOf(report, a.content().get(0)),
              a.negated(),
              a.hypothetical(),
              a.within() < 0 ? null : "s" + (a.within() + 1),
              a.provenance()));
    }
    return result;
  }

  /** The actor whom the words mean: by the first stretch of them that means one. */
  private static @Nullable String actor(List<Span> words, Cast cast) {
    for (Span span : words) {
      Optional<Actor> best = cast.bestFor(span);
      if (best.isPresent()) {
        return best.get().id();
      }
    }
    return null;
  }

  private static @Nullable String time(@Nullable Span when, List<TimeExpression> times) {
    if (when == null) {
      return null;
    }
    // Times stand in text order without overlap: the first that ends after the words begin.
    int low = 0;
    int high = times.size();
    while (low < high) {
      int mid = (low + high) >>> 1;
      if (times.get(mid).anchor().span().end() <= when.begin()) {
        low = mid + 1;
      } else {
        high = mid;
      }
    }
    return low < times.size() && times.get(low).anchor().span().overlaps(when)
        ? times.get(low).id()
        : null;
  }

  private static parley.text.PartRole partOf(AnalysedReport report, Span span) {
    int low = 0;
    int high = report.sentences().size() - 1;
    while (low < high) {
      int mid = (low + high + 1) >>> 1;
      if (report.sentences().get(mid).span().begin() <= span.begin()) {
        low = mid;
      } else {
        high = mid - 1;
      }
    }
    return report.sentences().get(low).part().role();
  }
}
