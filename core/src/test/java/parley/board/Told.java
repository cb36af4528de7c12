package parley.board;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import parley.record.Actor;
import parley.record.ActorKind;
import parley.record.Anchor;
import parley.record.Mention;
import parley.record.Position;
import parley.record.Provenance;
import parley.record.Quantity;
import parley.record.Record;
import parley.record.Stance;
import parley.text.Metadata;
import parley.text.Part;
import parley.text.PartRole;
import parley.text.Report;
import parley.text.Span;
import parley.text.Timestamp;

/** Makes records by hand: sentences of the form "PARTY CUE CONTENT", one position each. */
final class Told {

  private record Line(
      String party,
      Stance stance,
      String issue,
      String cue,
      String content,
      @Nullable String condition,
      @Nullable String quantity,
      @Nullable Double value,
      @Nullable String voice,
      int linked) {}

  private final Metadata.Builder about = Metadata.builder();
  private final List<Line> lines = new ArrayList<>();
  private double confidence = 0.8;

  static Told on(String day) {
    Told told = new Told();
    told.about.published(Timestamp.ofDate(LocalDate.parse(day)));
    return told;
  }

  Told in(String outlet) {
    about.source(outlet).url("https://example.org/" + outlet);
    return this;
  }

  Told by(String agency) {
    about.agency(agency);
    return this;
  }

  Told sure(double value) {
    confidence = value;
    return this;
  }

  Told that(String party, Stance stance, String issue, String cue, String content) {
    lines.add(new Line(party, stance, issue, cue, content, null, null, null, null, -1));
    return this;
  }

  Told conditional(
      String party, Stance stance, String issue, String cue, String content, String condition) {
    lines.add(new Line(party, stance, issue, cue, content, condition, null, null, null, -1));
    return this;
  }

  Told counted(
      String party, Stance stance, String issue, String content, String quantity, double value) {
    lines.add(new Line(party, stance, issue, "will", content, null, quantity, value, null, -1));
    return this;
  }

  Told toldBy(String voice, String party, Stance stance, String issue, String cue, String content) {
    lines.add(new Line(party, stance, issue, cue, content, null, null, null, voice, -1));
    return this;
  }

  /** Links the last line to the one before it. */
  Told linked() {
    Line l = lines.remove(lines.size() - 1);
    lines.add(
        new Line(
            l.party,
            l.stance,
            l.issue,
            l.cue,
            l.content,
            l.condition,
            l.quantity,
            l.value,
            l.voice,
            lines.size() - 1));
    return this;
  }

  Record record() {
    StringBuilder text = new StringBuilder();
    for (Line l : lines) {
      text.append(l.voice == null ? "" : l.voice + " says ");
      text.append(l.party).append(' ').append(l.cue).append(' ').append(l.content);
      text.append(l.condition == null ? "" : " " + l.condition).append(".\n");
    }
    String all = text.toString();
    Report report =
        Report.ofText(
            about.build(),
            all,
            all.isEmpty()
                ? List.of()
                : List.of(new Part(PartRole.BODY, new Span(0, all.length() - 1))));
    Map<String, String> ids = new HashMap<>();
    List<Actor> actors = new ArrayList<>();
    List<Position> positions = new ArrayList<>();
    int at = 0;
    for (Line l : lines) {
      String voice = l.voice == null ? null : actor(report, l.voice, at, ids, actors);
      String party = actor(report, l.party, at, ids, actors);
      Anchor content = find(report, l.content, at);
      positions.add(
          new Position(
              "p" + (positions.size() + 1),
              party,
              l.stance,
              l.issue,
              List.of(find(report, l.cue, at)),
              List.of(content),
              l.condition == null ? List.of() : List.of(find(report, l.condition, at)),
              l.quantity == null
                  ? null
                  : new Quantity(find(report, l.quantity, at), l.value, null, "captive"),
              null,
              null,
              null,
              voice,
              l.linked < 0 ? List.of() : List.of("p" + (l.linked + 1)),
              Provenance.of("test", confidence)));
      at = all.indexOf('\n', at) + 1;
    }
    return new Record(
        report, "test", actors, List.of(), List.of(), List.of(), positions, List.of());
  }

  private static String actor(
      Report report, String name, int from, Map<String, String> ids, List<Actor> actors) {
    return ids.computeIfAbsent(
        name,
        n -> {
          String id = "a" + (actors.size() + 1);
          actors.add(
              new Actor(
                  id,
                  n,
                  true,
                  ActorKind.GROUP,
                  List.of(),
                  null,
                  List.of(new Mention(find(report, n, from), Mention.Form.NAME))));
          return id;
        });
  }

  private static Anchor find(Report report, String words, int from) {
    int at = report.text().indexOf(words, from);
    return Anchor.in(report, new Span(at, at + words.length()));
  }
}
