package parley.record;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import parley.text.Alignment;
import parley.text.CodePoints;
import parley.text.Metadata;
import parley.text.Part;
import parley.text.Report;
import parley.text.Span;

/** Writes the parts of a record as JSON, offsets in code points. */
final class RecordWriter {

  /** Integers up to here are doubles without loss. */
  private static final double LARGEST_EXACT_INTEGER = 1L << 53;

  /** Writes the fields of one element into the object that is open. */
  private interface Fields<T> {
    void of(T element) throws IOException;
  }

  private final JsonGenerator json;
  private final String text;
  private final CodePoints codePoints;

  /**
   * @param text the report's text, to which all spans refer
   */
  RecordWriter(JsonGenerator json, String text) {
    this.json = json;
    this.text = text;
    this.codePoints = CodePoints.of(text);
  }

  void record(Record record) throws IOException {
    json.writeStartObject();
    json.writeObjectFieldStart("report");
    report(record.report());
    json.writeEndObject();
    string("reader", record.reader());
    objects("actors", record.actors(), this::actor);
    objects("statements", record.statements(), this::statement);
    objects("events", record.events(), this::event);
    objects("incidents", record.incidents(), this::incident);
    objects("positions", record.positions(), this::position);
    objects("times", record.times(), this::time);
    json.writeEndObject();
  }

  private void report(Report report) throws IOException {
    Metadata about = report.metadata();
    string("id", report.id());
    string("url", about.url());
    string("source", about.source());
    string("title", about.title());
    string("published", about.published() == null ? null : about.published().toString());
    string("modified", about.modified() == null ? null : about.modified().toString());
    string("language", about.language());
    stringsUnlessEmpty("authors", about.authors());
    string("agency", about.agency());
    string("section", about.section());
    string("duplicateOf", about.duplicateOf());
    string("versionOf", about.versionOf());
    string("paywall", about.paywall());
    if (!about.foundIn().isEmpty()) {
      json.writeObjectFieldStart("foundIn");
      for (Map.Entry<String, String> found : about.foundIn().entrySet()) {
        string(found.getKey(), found.getValue());
      }
      json.writeEndObject();
    }
    string("text", report.text());
    objects("parts", report.parts(), this::part);
    if (report.sourceMap() != null) {
      sourceMap(report.sourceMap());
    }
  }

  private void part(Part part) throws IOException {
    string("role", part.role().code());
    span(part.span());
  }

  private void sourceMap(Alignment map) throws IOException {
    json.writeArrayFieldStart("sourceMap");
    for (Alignment.Run run : map.runs()) {
      json.writeStartArray();
      json.writeNumber(offset(run.text().begin()));
      json.writeNumber(offset(run.text().end()));
      json.writeNumber(run.source().begin());
      json.writeNumber(run.source().end());
      json.writeEndArray();
    }
    json.writeEndArray();
  }

  private void actor(Actor actor) throws IOException {
    string("id", actor.id());
    string("name", actor.name());
    string("kind", actor.kind().code());
    json.writeBooleanField("named", actor.named());
    strings("roles", actor.roles());
    string("side", actor.side());
    object("location", actor.location(), this::location);
    string("wikidata", actor.wikidata());
    objectsUnlessEmpty("facts", actor.facts(), this::fact);
    objects("mentions", actor.mentions(), this::mention);
  }

  private void location(Location location) throws IOException {
    string("country", location.country());
    string("region", location.region());
    string("city", location.city());
    number("latitude", location.latitude());
    number("longitude", location.longitude());
  }

  private void fact(Fact fact) throws IOException {
    string("kind", fact.kind().code());
    string("value", fact.value());
    anchor(fact.anchor());
  }

  private void mention(Mention mention) throws IOException {
    anchor(mention.anchor());
    string("form", mention.form().code());
  }

  private void statement(Statement statement) throws IOException {
    string("id", statement.id());
    string("kind", statement.kind().code());
    string("mode", statement.mode());
    string("speaker", statement.speaker());
    objects("source", statement.source(), this::anchor);
    objects("cue", statement.cue(), this::anchor);
    objects("content", statement.content(), this::anchor);
    string("addressee", statement.addressee());
    object("venue", statement.venue(), this::anchor);
    string("time", statement.time());
    string("part", statement.part().code());
    json.writeBooleanField("negated", statement.negated());
    json.writeBooleanField("hypothetical", statement.hypothetical());
    string("within", statement.within());
    provenance(statement.provenance());
  }

  private void event(Event event) throws IOException {
    string("id", event.id());
    string("type", event.type());
    string("mode", event.mode());
    objects("cue", event.cue(), this::anchor);
    strings("actors", event.actors());
    strings("targets", event.targets());
    string("place", event.place());
    string("time", event.time());
    if (!event.toll().isEmpty()) {
      Map<String, Integer> summary = new LinkedHashMap<>();
      for (Toll toll : event.toll()) {
        summary.putIfAbsent(toll.kind().code(), toll.low());
      }
      json.writeObjectFieldStart("toll");
      for (Map.Entry<String, Integer> count : summary.entrySet()) {
        json.writeNumberField(count.getKey(), count.getValue());
      }
      json.writeEndObject();
      objects("tolls", event.toll(), this::toll);
    }
    string("status", event.status().code());
    string("attributedTo", event.attributedTo());
    provenance(event.provenance());
  }

  private void toll(Toll toll) throws IOException {
    string("kind", toll.kind().code());
    json.writeNumberField("low", toll.low());
    if (toll.high() != Toll.OPEN) {
      json.writeNumberField("high", toll.high());
    }
    anchor(toll.anchor());
  }

  private void incident(Incident incident) throws IOException {
    string("id", incident.id());
    string("type", incident.type());
    string("place", incident.place());
    string("time", incident.time());
    strings("perpetrators", incident.perpetrators());
    strings("victims", incident.victims());
    objects("targets", incident.targets(), this::anchor);
    object("weapon", incident.weapon(), this::anchor);
    strings("events", incident.events());
  }

  private void position(Position position) throws IOException {
    string("id", position.id());
    string("party", position.party());
    string("stance", position.stance().name());
    string("issue", position.issue());
    objects("cue", position.cue(), this::anchor);
    objects("content", position.content(), this::anchor);
    objectsUnlessEmpty("condition", position.condition(), this::anchor);
    object("quantity", position.quantity(), this::quantity);
    string("deadline", position.deadline());
    string("counterparty", position.counterparty());
    string("statement", position.statement());
    string("expressedBy", position.expressedBy());
    stringsUnlessEmpty("linkedTo", position.linkedTo());
    provenance(position.provenance());
  }

  private void quantity(Quantity quantity) throws IOException {
    anchor(quantity.anchor());
    number("value", quantity.value());
    number("high", quantity.high());
    string("unit", quantity.unit());
  }

  private void time(TimeExpression time) throws IOException {
    string("id", time.id());
    anchor(time.anchor());
    string("type", time.type().name().toUpperCase(Locale.ROOT));
    string("value", time.value());
  }

  private void provenance(Provenance provenance) throws IOException {
    number("confidence", provenance.confidence());
    json.writeObjectFieldStart("provenance");
    string("rule", provenance.rule());
    stringsUnlessEmpty("reasons", provenance.reasons());
    json.writeEndObject();
  }

  private void anchor(Anchor anchor) throws IOException {
    span(anchor.span());
    string("text", anchor.text());
  }

  private void span(Span span) throws IOException {
    json.writeNumberField("begin", offset(span.begin()));
    json.writeNumberField("end", offset(span.end()));
  }

  private int offset(int utf16) {
    if (utf16 > 0
        && utf16 < text.length()
        && Character.isLowSurrogate(text.charAt(utf16))
        && Character.isHighSurrogate(text.charAt(utf16 - 1))) {
      throw new IllegalArgumentException("a span ends inside the surrogate pair at " + utf16);
    }
    return codePoints.fromUtf16(utf16);
  }

  private <T> void objects(String name, List<T> elements, Fields<T> fields) throws IOException {
    json.writeArrayFieldStart(name);
    for (T element : elements) {
      json.writeStartObject();
      fields.of(element);
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private <T> void objectsUnlessEmpty(String name, List<T> elements, Fields<T> fields)
      throws IOException {
    if (!elements.isEmpty()) {
      objects(name, elements, fields);
    }
  }

  private <T> void object(String name, @Nullable T element, Fields<T> fields) throws IOException {
    if (element != null) {
      json.writeObjectFieldStart(name);
      fields.of(element);
      json.writeEndObject();
    }
  }

  private void strings(String name, List<String> values) throws IOException {
    json.writeArrayFieldStart(name);
    for (String value : values) {
      value(value);
    }
    json.writeEndArray();
  }

  private void stringsUnlessEmpty(String name, List<String> values) throws IOException {
    if (!values.isEmpty()) {
      strings(name, values);
    }
  }

  private void number(String name, @Nullable Double value) throws IOException {
    if (value == null) {
      return;
    }
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException(name + " is " + value);
    }
    boolean integer =
        Math.rint(value) == value
            && Math.abs(value) <= LARGEST_EXACT_INTEGER
            && !Double.valueOf(-0.0).equals(value);
    if (integer) {
      json.writeNumberField(name, value.longValue());
    } else {
      json.writeNumberField(name, value);
    }
  }

  private void string(String name, @Nullable String value) throws IOException {
    if (value != null) {
      json.writeFieldName(name);
      value(value);
    }
  }

  private void value(String value) throws IOException {
    if (isPlain(value)) {
      json.writeString(value);
    } else {
      json.writeRawValue(quoted(value));
    }
  }

  /** Whether the generator's own escapes are enough. */
  private static boolean isPlain(String value) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c >= 0x7F && (isLineEnd(c) || Character.isSurrogate(c))) {
        if (Character.isHighSurrogate(c)
            && i + 1 < value.length()
            && Character.isLowSurrogate(value.charAt(i + 1))) {
          i++;
        } else {
          return false;
        }
      }
    }
    return true;
  }

  private static boolean isLineEnd(char c) {
    return c == 0x85 || c == 0x2028 || c == 0x2029;
  }

  private static String quoted(String value) {
    StringBuilder out = new StringBuilder(value.length() + 16).append('"');
    for (int i = 0; i < value.length(); ) {
      int c = value.codePointAt(i);
      if (c == '"' || c == '\\') {
        out.append('\\').append((char) c);
      } else if (c < 0x20 || isLineEnd((char) c) && c < 0x10000 || isSurrogate(c)) {
        out.append(String.format(Locale.ROOT, "\\u%04x", c));
      } else {
        out.appendCodePoint(c);
      }
      i += Character.charCount(c);
    }
    return out.append('"').toString();
  }

  private static boolean isSurrogate(int codePoint) {
    return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
  }
}
