package parley.record;

import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import parley.text.Alignment;
import parley.text.CodePoints;
import parley.text.Metadata;
import parley.text.Part;
import parley.text.PartRole;
import parley.text.Report;
import parley.text.Span;
import parley.text.Timestamp;

/** Makes a record of its JSON form, and checks that every entry stands where it says. */
final class RecordParser {

  private final Report report;
  private final CodePoints codePoints;

  private RecordParser(Report report, CodePoints codePoints) {
    this.report = report;
    this.codePoints = codePoints;
  }

  static Record record(JsonObject json) throws MalformedRecordException {
    JsonObject reported = json.object("report");
    String text = reported.string("text");
    CodePoints codePoints = CodePoints.of(text);
    try {
      RecordParser parser = new RecordParser(report(reported, text, codePoints), codePoints);
      return new Record(
          parser.report,
          json.string("reader"),
          json.list("actors", parser::actor),
          json.list("statements", parser::statement),
          json.list("events", parser::event),
          json.list("incidents", parser::incident),
          json.list("positions", parser::position),
          json.list("times", parser::time));
    } catch (IllegalArgumentException e) {
      throw new MalformedRecordException("the record does not hold: " + e.getMessage(), e);
    }
  }

  private static Report report(JsonObject json, String text, CodePoints codePoints)
      throws MalformedRecordException {
    Metadata.Builder about =
        Metadata.builder()
            .url(json.stringOrNull("url"))
            .source(json.stringOrNull("source"))
            .title(json.stringOrNull("title"))
            .published(timestamp(json, "published"))
            .modified(timestamp(json, "modified"))
            .language(json.string("language"))
            .authors(json.strings("authors"))
            .agency(json.stringOrNull("agency"))
            .section(json.stringOrNull("section"))
            .duplicateOf(json.stringOrNull("duplicateOf"))
            .versionOf(json.stringOrNull("versionOf"))
            .paywall(json.stringOrNull("paywall"));
    JsonObject foundIn = json.objectOrNull("foundIn");
    if (foundIn != null) {
      for (Map.Entry<String, String> found : foundIn.stringFields().entrySet()) {
        about.found(found.getKey(), found.getValue());
      }
    }
    List<Part> parts =
        json.list(
            "parts", part -> new Part(part.word("role", PartRole::ofCode), span(part, codePoints)));
    return new Report(json.string("id"), about.build(), text, parts, sourceMap(json, codePoints));
  }

  private static @Nullable Alignment sourceMap(JsonObject json, CodePoints codePoints)
      throws MalformedRecordException {
    List<int[]> rows = json.rows("sourceMap", 4);
    if (rows == null) {
      return null;
    }
    List<Alignment.Run> runs = new ArrayList<>();
    for (int[] row : rows) {
      runs.add(new Alignment.Run(span(json, codePoints, row[0], row[1]), new Span(row[2], row[3])));
    }
    return new Alignment(runs);
  }

  private static @Nullable Timestamp timestamp(JsonObject json, String field)
      throws MalformedRecordException {
    String value = json.stringOrNull(field);
    try {
      return value == null ? null : Timestamp.parse(value);
    } catch (DateTimeException e) {
      throw json.wrong(field, "is no date: " + value);
    }
  }

  private Actor actor(JsonObject json) throws MalformedRecordException {
    return new Actor(
        json.string("id"),
        json.string("name"),
        json.flag("named", true),
        json.word("kind", code -> enumOf(ActorKind.class, code)),
        json.list(
            "facts",
            fact ->
                new Fact(
                    fact.word("kind", code -> enumOf(Fact.Kind.class, code)),
                    fact.string("value"),
                    anchor(fact))),
        json.stringOrNull("side"),
        location(json.objectOrNull("location")),
        json.stringOrNull("wikidata"),
        json.list(
            "mentions",
            mention ->
                new Mention(
                    anchor(mention),
                    mention.word("form", code -> enumOf(Mention.Form.class, code)))));
  }

  private static @Nullable Location location(@Nullable JsonObject json)
      throws MalformedRecordException {
    return json == null
        ? null
        : new Location(
            json.string("country"),
            json.stringOrNull("region"),
            json.stringOrNull("city"),
            json.numberOrNull("latitude"),
            json.numberOrNull("longitude"));
  }

  private Statement statement(JsonObject json) throws MalformedRecordException {
    return new Statement(
        json.string("id"),
        json.word("kind", code -> enumOf(Statement.Kind.class, code)),
        json.string("mode"),
        json.stringOrNull("speaker"),
        json.list("source", this::anchor),
        json.list("cue", this::anchor),
        json.list("content", this::anchor),
        json.stringOrNull("addressee"),
        anchorOrNull(json, "venue"),
        json.stringOrNull("time"),
        json.word("part", PartRole::ofCode),
        json.flag("negated", false),
        json.flag("hypothetical", false),
        json.stringOrNull("within"),
        provenance(json));
  }

  private Event event(JsonObject json) throws MalformedRecordException {
    return new Event(
        json.string("id"),
        json.string("type"),
        json.stringOrNull("mode"),
        json.list("cue", this::anchor),
        json.strings("actors"),
        json.strings("targets"),
        json.stringOrNull("place"),
        json.stringOrNull("time"),
        json.list("tolls", this::toll),
        json.word("status", code -> enumOf(Event.Status.class, code)),
        json.stringOrNull("attributedTo"),
        provenance(json));
  }

  private Toll toll(JsonObject json) throws MalformedRecordException {
    return new Toll(
        json.word("kind", code -> enumOf(Toll.Kind.class, code)),
        json.integer("low"),
        json.numberOrNull("high") == null ? Toll.OPEN : json.integer("high"),
        anchor(json));
  }

  private Incident incident(JsonObject json) throws MalformedRecordException {
    return new Incident(
        json.string("id"),
        json.string("type"),
        json.stringOrNull("place"),
        json.stringOrNull("time"),
        json.strings("perpetrators"),
        json.strings("victims"),
        json.list("targets", this::anchor),
        anchorOrNull(json, "weapon"),
        json.strings("events"));
  }

  private Position position(JsonObject json) throws MalformedRecordException {
    JsonObject quantity = json.objectOrNull("quantity");
    return new Position(
        json.string("id"),
        json.string("party"),
        json.word("stance", Stance::valueOf),
        json.string("issue"),
        json.list("cue", this::anchor),
        json.list("content", this::anchor),
        json.list("condition", this::anchor),
        quantity == null
            ? null
            : new Quantity(
                anchor(quantity),
                quantity.numberOrNull("value"),
                quantity.numberOrNull("high"),
                quantity.stringOrNull("unit")),
        json.stringOrNull("deadline"),
        json.stringOrNull("counterparty"),
        json.stringOrNull("statement"),
        json.stringOrNull("expressedBy"),
        json.strings("linkedTo"),
        provenance(json));
  }

  private TimeExpression time(JsonObject json) throws MalformedRecordException {
    return new TimeExpression(
        json.string("id"),
        anchor(json),
        json.word("type", TimeExpression.Type::valueOf),
        json.string("value"));
  }

  private static Provenance provenance(JsonObject json) throws MalformedRecordException {
    JsonObject provenance = json.object("provenance");
    return new Provenance(
        provenance.string("rule"), json.number("confidence"), provenance.strings("reasons"));
  }

  private @Nullable Anchor anchorOrNull(JsonObject json, String field)
      throws MalformedRecordException {
    JsonObject anchor = json.objectOrNull(field);
    return anchor == null ? null : anchor(anchor);
  }

  private Anchor anchor(JsonObject json) throws MalformedRecordException {
    Anchor anchor = Anchor.in(report, span(json, codePoints));
    if (!anchor.text().equals(json.string("text"))) {
      throw json.wrong("text", "is not what stands there in the report");
    }
    return anchor;
  }

  private static Span span(JsonObject json, CodePoints codePoints) throws MalformedRecordException {
    return span(json, codePoints, json.integer("begin"), json.integer("end"));
  }

  private static Span span(JsonObject json, CodePoints codePoints, int begin, int end)
      throws MalformedRecordException {
    try {
      return new Span(codePoints.toUtf16(begin), codePoints.toUtf16(end));
    } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
      throw new MalformedRecordException(
          json.path() + ": [" + begin + ", " + end + ") is no span of the report's text", e);
    }
  }

  private static <E extends Enum<E>> E enumOf(Class<E> type, String code) {
    return Enum.valueOf(type, code.toUpperCase(Locale.ROOT));
  }
}
