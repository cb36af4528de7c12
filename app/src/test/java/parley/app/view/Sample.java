package parley.app.view;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import parley.record.Actor;
import parley.record.ActorKind;
import parley.record.Anchor;
import parley.record.Event;
import parley.record.Fact;
import parley.record.Mention;
import parley.record.Position;
import parley.record.Provenance;
import parley.record.Record;
import parley.record.Stance;
import parley.record.Statement;
import parley.record.TimeExpression;
import parley.record.Toll;
import parley.text.Metadata;
import parley.text.Part;
import parley.text.PartRole;
import parley.text.Report;
import parley.text.Span;
import parley.text.Timestamp;

/** Builds records for tests by the words they stand on. */
final class Sample {

  private final Report report;
  private final List<Actor> actors = new ArrayList<>();
  private final List<Statement> statements = new ArrayList<>();
  private final List<Event> events = new ArrayList<>();
  private final List<Position> positions = new ArrayList<>();
  private final List<TimeExpression> times = new ArrayList<>();

  /** The first line is the headline, the last is boilerplate if it begins with ©. */
  Sample(String title, String text) {
    List<Part> parts = new ArrayList<>();
    for (int begin = 0; begin < text.length(); ) {
      int end = text.indexOf('\n', begin);
      end = end < 0 ? text.length() : end;
      if (end > begin) {
        PartRole role =
            begin == 0
                ? PartRole.HEADLINE
                : text.startsWith("©", begin) ? PartRole.BOILERPLATE : PartRole.BODY;
        parts.add(new Part(role, new Span(begin, end)));
      }
      begin = end + 1;
    }
    report =
        Report.ofText(
            Metadata.builder()
                .title(title)
                .published(Timestamp.parse("2024-03-14"))
                .language("en")
                .build(),
            text,
            parts);
  }

  /** The two-party sample that most tests use. */
  static Record usual() {
    return new Sample(
            "Talks go on",
            "Talks go on\n\n“We have never been closer,” Sunniva Reth, the president of Lesmark,"
                + " told reporters on Wednesday. “The door is open.”\n\n"
                + "Officials said an attack killed at least four.\n\n© The Ledger")
        .actor("a1", "Sunniva Reth", ActorKind.PERSON, "president", "a2")
        .actor("a2", "Lesmark", ActorKind.STATE, null, null)
        .actor("a3", "Officials", ActorKind.GROUP, null, null)
        .time("t1", "Wednesday", "2024-03-13")
        .statement(
            "s1",
            Statement.Kind.DIRECT,
            "a1",
            "Sunniva Reth",
            "told",
            "t1",
            "“We have never been closer,”",
            "“The door is open.”")
        .statement(
            "s2",
            Statement.Kind.INDIRECT,
            "a3",
            "Officials",
            "said",
            null,
            "an attack killed at least four")
        .event("e1", "ASSAULT", "killed", "at least four", 4)
        .position("p1", "a1", Stance.OFFER, "talks", "open", "The door is open")
        .record();
  }

  private Anchor at(String words) {
    int begin = report.text().indexOf(words);
    return Anchor.in(report, new Span(begin, begin + words.length()));
  }

  private static Provenance why() {
    return new Provenance("rule.of-test", 0.9, List.of("because it says so"));
  }

  Sample actor(
      String id, String name, ActorKind kind, @Nullable String role, @Nullable String side) {
    List<Fact> facts = role == null ? List.of() : List.of(new Fact(Fact.Kind.ROLE, role, at(role)));
    actors.add(
        new Actor(
            id, name, true, kind, facts, side, List.of(new Mention(at(name), Mention.Form.NAME))));
    return this;
  }

  Sample time(String id, String words, String value) {
    times.add(new TimeExpression(id, at(words), TimeExpression.Type.DATE, value));
    return this;
  }

  Sample statement(
      String id,
      Statement.Kind kind,
      @Nullable String speaker,
      String source,
      String cue,
      @Nullable String time,
      String... content) {
    statements.add(
        new Statement(
            id,
            kind,
            "said",
            speaker,
            source.isEmpty() ? List.of() : List.of(at(source)),
            List.of(at(cue)),
            List.of(content).stream().map(this::at).toList(),
            null,
            null,
            time,
            PartRole.BODY,
            false,
            false,
            null,
            why()));
    return this;
  }

  Sample event(String id, String type, String cue, String toll, int low) {
    events.add(
        new Event(
            id,
            type,
            null,
            List.of(at(cue)),
            List.of(),
            List.of(),
            null,
            null,
            List.of(new Toll(Toll.Kind.KILLED, low, Toll.OPEN, at(toll))),
            Event.Status.ASSERTED,
            "s2",
            why()));
    return this;
  }

  Sample position(
      String id, String party, Stance stance, String issue, String cue, String content) {
    positions.add(
        new Position(
            id,
            party,
            stance,
            issue,
            List.of(at(cue)),
            List.of(at(content)),
            List.of(),
            null,
            null,
            null,
            "s1",
            party,
            List.of(),
            why()));
    return this;
  }

  Record record() {
    return new Record(report, "test", actors, statements, events, List.of(), positions, times);
  }
}
