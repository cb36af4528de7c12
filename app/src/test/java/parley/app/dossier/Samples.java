package parley.app.dossier;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import parley.record.Record;
import parley.record.RecordJson;
import parley.text.ReportIds;

/** Records of reports that we wrote, made by hand as a reader would make them. */
public final class Samples {

  private Samples() {}

  /**
   * A spokesman of a group says something on an issue.
   *
   * @param speech must hold {@code content}
   */
  public static Record position(
      String outlet,
      String day,
      String person,
      String party,
      String issue,
      String stance,
      String content) {
    String text =
        "Talks on the truce go on\n\n"
            + person
            + ", a spokesman for "
            + party
            + ", said on Monday that "
            + content
            + ". Shelling near the river town killed three people, officials said.\n\nOur paper ©";
    ObjectNode record = Json.object();
    ObjectNode report = record.putObject("report");
    report.put("id", ReportIds.of("https://" + outlet + "/" + day, text));
    report.put("url", "https://" + outlet + "/" + day).put("source", outlet);
    report.put("title", "Talks on the truce go on").put("published", day).put("language", "en");
    report.put("text", text);
    ArrayNode parts = report.putArray("parts");
    span(parts.addObject().put("role", "headline"), text, "Talks on the truce go on");
    int body = text.indexOf(person);
    int end = text.indexOf("\n\nOur paper");
    parts.addObject().put("role", "body").put("begin", cp(text, body)).put("end", cp(text, end));
    span(parts.addObject().put("role", "boilerplate"), text, "Our paper ©");
    record.put("reader", "by hand 1");
    ArrayNode actors = record.putArray("actors");
    actor(actors, text, "a1", person, "person").put("side", "a2");
    actor(actors, text, "a2", party, "group");
    actor(actors, text, "a3", "officials", "group").put("named", false);
    ObjectNode s = record.putArray("statements").addObject();
    s.put("id", "s1").put("kind", "indirect").put("mode", "said").put("speaker", "a1");
    spans(s, text, "source", person);
    spans(s, text, "cue", "said");
    spans(s, text, "content", content);
    s.put("time", "t1").put("part", "body").put("negated", false).put("hypothetical", false);
    provenance(s);
    ObjectNode e = record.putArray("events").addObject();
    e.put("id", "e1").put("type", "ASSAULT");
    spans(e, text, "cue", "Shelling");
    e.putArray("actors");
    e.putArray("targets");
    e.put("status", "asserted");
    provenance(e);
    record.putArray("incidents");
    ObjectNode p = record.putArray("positions").addObject();
    p.put("id", "p1").put("party", "a2").put("stance", stance).put("issue", issue);
    spans(p, text, "cue", "said");
    spans(p, text, "content", content);
    p.put("statement", "s1").put("expressedBy", "a1");
    provenance(p);
    ObjectNode t = record.putArray("times").addObject();
    span(t.put("id", "t1"), text, "Monday").put("type", "DATE").put("value", day);
    try {
      return RecordJson.read(Json.write(record));
    } catch (IOException bad) {
      throw new UncheckedIOException(bad);
    }
  }

  private static ObjectNode actor(
      ArrayNode actors, String text, String id, String name, String kind) {
    ObjectNode actor = actors.addObject();
    actor.put("id", id).put("name", name).put("kind", kind).put("named", true);
    actor.putArray("roles");
    span(actor.putArray("mentions").addObject(), text, name).put("form", "name");
    return actor;
  }

  private static void provenance(ObjectNode entry) {
    entry.put("confidence", 0.8).putObject("provenance").put("rule", "by.hand");
  }

  private static void spans(ObjectNode entry, String text, String field, String words) {
    span(entry.putArray(field).addObject(), text, words);
  }

  static ObjectNode span(ObjectNode node, String text, String words) {
    int at = text.indexOf(words);
    if (at < 0) {
      throw new IllegalArgumentException(words + " is not in " + text);
    }
    return node.put("begin", cp(text, at))
        .put("end", cp(text, at + words.length()))
        .put("text", words);
  }

  private static int cp(String text, int offset) {
    return text.codePointCount(0, offset);
  }
}
