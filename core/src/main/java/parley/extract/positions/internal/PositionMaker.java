package parley.extract.positions.internal;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import parley.codebook.Codebook;
import parley.codebook.Issue;
import parley.extract.actors.Cast;
import parley.language.Amount;
import parley.record.Actor;
import parley.record.Anchor;
import parley.record.Position;
import parley.record.Provenance;
import parley.record.Quantity;
import parley.record.Stance;
import parley.record.Statement;
import parley.record.TimeExpression;
import parley.text.Report;
import parley.text.Span;

/** Turns what was detected into positions with all their fields, and says why. */
public final class PositionMaker {

  /** Positions further apart than this many others are not joined by one condition. */
  private static final int LINK_WINDOW = 8;

  private final Context context;
  private final Report report;
  private final Lexicon lexicon;
  private final PositionModel model;
  private final Cast cast;
  private final List<TimeExpression> times;

  public PositionMaker(
      Context context,
      Lexicon lexicon,
      PositionModel model,
      Cast cast,
      List<TimeExpression> times) {
    this.context = context;
    this.report = context.report().report();
    this.lexicon = lexicon;
    this.model = model;
    this.cast = cast;
    this.times = List.copyOf(times);
  }

  /** Adds one position for each party that holds it; none if nobody is known to. */
  public void make(Detection d, HolderChooser.@Nullable Choice choice, List<Position> into) {
    Statement statement = context.statementAt(d.clause().span().begin());
    Set<String> parties = new LinkedHashSet<>();
    String speaker = statement == null ? null : statement.speaker();
    if (choice != null) {
      choice.actors().forEach(actor -> parties.add(HolderHistory.party(actor)));
    } else if (speaker != null) {
      cast.byId(speaker).ifPresent(actor -> parties.add(HolderHistory.party(actor)));
    }
    for (String party : parties) {
      into.add(position(d, choice, statement, party, "p" + (into.size() + 1)));
    }
  }

  private Position position(
      Detection d,
      HolderChooser.@Nullable Choice choice,
      @Nullable Statement statement,
      String party,
      String id) {
    Candidate c = d.clause();
    CueFinder.Cue cue = CueFinder.find(context, c, d.stance());
    Span condition = Terms.condition(c);
    return new Position(
        id,
        party,
        Stance.valueOf(Codebook.STANCES.get(d.stance())),
        lexicon.codebook().issueCodes().get(d.issue()),
        List.of(Anchor.in(report, cue.span(c.view()))),
        List.of(Anchor.in(report, c.span())),
        condition == null ? List.of() : List.of(Anchor.in(report, condition)),
        quantity(c),
        deadline(c),
        counterparty(d, cue, party),
        statement == null ? null : statement.id(),
        expressedBy(statement, party),
        List.of(),
        provenance(d, cue, choice));
  }

  /** Who voices it, if that is not the party itself or one who speaks for it. */
  private @Nullable String expressedBy(@Nullable Statement statement, String party) {
    String speaker = statement == null ? null : statement.speaker();
    if (speaker == null || speaker.equals(party)) {
      return null;
    }
    return cast.byId(speaker)
        .map(a -> HolderHistory.party(a).equals(party) ? null : speaker)
        .orElse(null);
  }

  private @Nullable Quantity quantity(Candidate c) {
    List<Amount> amounts = Terms.amounts(c);
    if (amounts.isEmpty()) {
      return null;
    }
    Amount a = amounts.get(0);
    boolean vague = a.kind() == Amount.Kind.VAGUE;
    Double high = a.high() == a.low() || a.high() == Amount.OPEN ? null : (Double) a.high();
    return new Quantity(
        Anchor.in(report, a.span()),
        vague ? null : (Double) a.low(),
        vague ? null : high,
        Terms.unit(c.view(), a));
  }

  /** A date in the clause that a word of limit stands before. */
  private @Nullable String deadline(Candidate c) {
    Span span = c.span();
    for (TimeExpression t : times) {
      if (span.contains(t.anchor().span()) && t.type() != TimeExpression.Type.SET) {
        int from = Math.max(span.begin(), t.anchor().span().begin() - 8);
        String before =
            report.text().substring(from, t.anchor().span().begin()).toLowerCase(Locale.ROOT);
        if (before.endsWith("by ")
            || before.endsWith("before ")
            || before.endsWith("within ")
            || before.endsWith("until ")) {
          return t.id();
        }
      }
    }
    return null;
  }

  /** Who is asked, or else the first other actor that the clause names. */
  private @Nullable String counterparty(Detection d, CueFinder.Cue cue, String party) {
    SentenceView v = d.clause().view();
    for (int child : v.children(cue.token())) {
      String rel = v.relation(child);
      boolean asked =
          rel.equals("obj")
              || rel.equals("iobj")
              || (rel.equals("obl") && addresses(Grammar.preposition(v, child)));
      if (asked && (child < d.clause().begin() || child >= d.clause().end())) {
        String other = other(v.sentence().token(child).span(), party);
        if (other != null) {
          return other;
        }
      }
    }
    for (Actor actor : cast.mentionedWithin(d.clause().span())) {
      if (!HolderHistory.party(actor).equals(party) && actor.named()) {
        return HolderHistory.party(actor);
      }
    }
    return null;
  }

  private @Nullable String other(Span span, String party) {
    return cast.bestFor(span)
        .map(HolderHistory::party)
        .filter(id -> !id.equals(party))
        .orElse(null);
  }

  private static boolean addresses(String preposition) {
    return switch (preposition) {
      case "on", "upon", "to", "from", "with", "against", "of" -> true;
      default -> false;
    };
  }

  private Provenance provenance(
      Detection d, CueFinder.Cue cue, HolderChooser.@Nullable Choice choice) {
    Candidate c = d.clause();
    SentenceView v = c.view();
    List<String> reasons = new ArrayList<>();
    String stance = Codebook.STANCES.get(d.stance());
    String words = cue.span(v).of(report.text());
    boolean known = (context.words(v)[cue.token()] & (1L << d.stance())) != 0;
    reasons.add(
        "cue “"
            + words
            + "”"
            + (known ? " is a word of " + stance + " in the codebook" : " governs the clause")
            + (cue.negated() ? ", negated" : ""));
    Issue issue = lexicon.codebook().issues().get(d.issue());
    String triggers = triggers(c, d.issue());
    reasons.add(
        "issue "
            + issue.code()
            + (triggers.isEmpty()
                ? " by the words around and the report's subject"
                : " by " + triggers));
    if (choice != null) {
      SentenceView hv = choice.word().view();
      int token = choice.word().token();
      int up = hv.head(token);
      String role =
          up >= 0 && hv.relation(token).equals("nsubj")
              ? ", subject of “" + hv.sentence().token(up).form() + "”"
              : "";
      reasons.add("held by “" + hv.sentence().token(token).form() + "”" + role);
    } else {
      reasons.add("held by the speaker of the statement");
    }
    reasons.add(
        String.format(
            Locale.ROOT,
            "the model gives the clause %.2f for a position, and %.2f of that to %s",
            d.probability(),
            d.stanceProbability(),
            stance));
    double confidence = model.calibrated(d.probability()) * d.stanceProbability();
    return new Provenance(PositionModel.ID, Math.min(1, Math.max(0, confidence)), reasons);
  }

  private String triggers(Candidate c, int issue) {
    long[] bits = context.issues(c.view());
    List<String> found = new ArrayList<>();
    for (int i = c.begin(); i < c.end() && found.size() < 3; i++) {
      if ((bits[i] & (1L << issue)) != 0) {
        found.add("“" + c.view().sentence().token(i).form() + "”");
      }
    }
    return String.join(", ", found);
  }

  /** The same positions, each linked to those that stand in its condition. */
  public List<Position> linked(List<Position> positions) {
    List<Position> result = new ArrayList<>();
    for (int i = 0; i < positions.size(); i++) {
      Position p = positions.get(i);
      List<String> links = new ArrayList<>();
      int last = Math.min(positions.size(), i + LINK_WINDOW + 1);
      for (Position other : positions.subList(Math.max(0, i - LINK_WINDOW), last)) {
        boolean inCondition =
            p.condition().stream().anyMatch(a -> a.span().contains(other.content().get(0).span()));
        boolean holds =
            other.condition().stream().anyMatch(a -> a.span().contains(p.content().get(0).span()));
        if (other != p && (inCondition || holds)) {
          links.add(other.id());
        }
      }
      result.add(links.isEmpty() ? p : withLinks(p, links));
    }
    return result;
  }

  private static Position withLinks(Position p, List<String> links) {
    return new Position(
        p.id(),
        p.party(),
        p.stance(),
        p.issue(),
        p.cue(),
        p.content(),
        p.condition(),
        p.quantity(),
        p.deadline(),
        p.counterparty(),
        p.statement(),
        p.expressedBy(),
        links,
        p.provenance());
  }
}
