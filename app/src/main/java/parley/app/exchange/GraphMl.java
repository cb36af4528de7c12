package parley.app.exchange;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import parley.app.dossier.Dossier;
import parley.app.dossier.Filter;
import parley.app.dossier.Kind;

/**
 * Networks of positions as visone, igraph and Gephi read them (GraphML). Two ways to see an issue
 * stand against each other as in Discourse Network Analyzer: for it (demand, offer, accept) or
 * against it (reject); a threat takes no side.
 */
final class GraphMl {

  /** How often a party took each side of an issue. */
  private static final class Side {
    int positive;
    int negative;
    int threats;
    final Map<String, Integer> stances = new TreeMap<>();
  }

  private GraphMl() {}

  private static Map<String, Map<String, Side>> sides(Dossier dossier, Filter filter)
      throws IOException {
    Map<String, Map<String, Side>> parties = new LinkedHashMap<>();
    Rows.each(
        dossier,
        filter.withKind(Kind.POSITION),
        row -> {
          String party = party(row);
          if (party.isEmpty()) {
            return;
          }
          Side side =
              parties
                  .computeIfAbsent(party, p -> new LinkedHashMap<>())
                  .computeIfAbsent(row.path("code").asText(), i -> new Side());
          String stance = row.path("stance").asText();
          side.stances.merge(stance, 1, Integer::sum);
          switch (stance) {
            case "REJECT" -> side.negative++;
            case "THREATEN" -> side.threats++;
            default -> side.positive++;
          }
        });
    return parties;
  }

  private static String party(ObjectNode row) {
    String registered = row.path("party").path("name").asText();
    return registered.isEmpty() ? Rows.name(row, "party") : registered;
  }

  static void affiliation(Dossier dossier, Filter filter, OutputStream out) throws IOException {
    Map<String, Map<String, Side>> parties = sides(dossier, filter);
    Writer xml = begin(out);
    Map<String, Integer> issues = new TreeMap<>();
    parties.values().forEach(m -> m.forEach((i, s) -> issues.merge(i, count(s), Integer::sum)));
    Map<String, String> ids = nodes(xml, parties, issues);
    for (var party : parties.entrySet()) {
      for (var issue : party.getValue().entrySet()) {
        Side side = issue.getValue();
        edge(
            xml,
            id(ids, "p " + party.getKey()),
            id(ids, "i " + issue.getKey()),
            count(side),
            side.positive > 0 && side.negative > 0
                ? 3
                : side.negative > 0 ? 2 : side.positive > 0 ? 1 : 0,
            String.valueOf(side.stances));
      }
    }
    end(xml);
  }

  private static int count(Side side) {
    return side.positive + side.negative + side.threats;
  }

  static void congruence(Dossier dossier, Filter filter, OutputStream out) throws IOException {
    oneMode(dossier, filter, out, true);
  }

  static void conflict(Dossier dossier, Filter filter, OutputStream out) throws IOException {
    oneMode(dossier, filter, out, false);
  }

  private static void oneMode(Dossier dossier, Filter filter, OutputStream out, boolean congruence)
      throws IOException {
    Map<String, Map<String, Side>> parties = sides(dossier, filter);
    Writer xml = begin(out);
    Map<String, String> ids = nodes(xml, parties, Map.of());
    var names = new TreeSet<>(parties.keySet());
    for (String a : names) {
      for (String b : names.tailSet(a, false)) {
        int weight = 0;
        TreeSet<String> on = new TreeSet<>();
        for (var issue : parties.getOrDefault(a, Map.of()).entrySet()) {
          Side x = issue.getValue();
          Side y = parties.getOrDefault(b, Map.of()).get(issue.getKey());
          if (y == null) {
            continue;
          }
          int shared =
              congruence
                  ? (x.positive > 0 && y.positive > 0 ? 1 : 0)
                      + (x.negative > 0 && y.negative > 0 ? 1 : 0)
                  : (x.positive > 0 && y.negative > 0 ? 1 : 0)
                      + (x.negative > 0 && y.positive > 0 ? 1 : 0);
          if (shared > 0) {
            weight += shared;
            on.add(issue.getKey());
          }
        }
        if (weight > 0) {
          edge(xml, id(ids, "p " + a), id(ids, "p " + b), weight, -1, String.join(", ", on));
        }
      }
    }
    end(xml);
  }

  private static Writer begin(OutputStream out) throws IOException {
    Writer xml = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    xml.write(
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:visone="http://visone.info/xmlns" xmlns:y="http://www.yworks.com/xml/graphml" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">
          <key id="id" for="node" attr.name="id" attr.type="string"/>
          <key id="name" for="node" attr.name="name" attr.type="string"/>
          <key id="variable" for="node" attr.name="variable" attr.type="string"/>
          <key id="frequency" for="node" attr.name="frequency" attr.type="int"/>
          <key id="weight" for="edge" attr.name="weight" attr.type="double"/>
          <key id="agreement" for="edge" attr.name="agreement" attr.type="int"/>
          <key id="detail" for="edge" attr.name="detail" attr.type="string"/>
          <graph edgedefault="undirected">
        """);
    return xml;
  }

  private static void end(Writer xml) throws IOException {
    xml.write("  </graph>\n</graphml>\n");
    xml.flush();
  }

  private static Map<String, String> nodes(
      Writer xml, Map<String, Map<String, Side>> parties, Map<String, Integer> issues)
      throws IOException {
    Map<String, String> ids = new LinkedHashMap<>();
    for (var party : parties.entrySet()) {
      String id = "n" + (ids.size() + 1);
      ids.put("p " + party.getKey(), id);
      node(
          xml,
          id,
          party.getKey(),
          "party",
          party.getValue().values().stream().mapToInt(GraphMl::count).sum());
    }
    for (var issue : issues.entrySet()) {
      String id = "n" + (ids.size() + 1);
      ids.put("i " + issue.getKey(), id);
      node(xml, id, issue.getKey(), "issue", issue.getValue());
    }
    return ids;
  }

  private static String id(Map<String, String> ids, String key) {
    return ids.getOrDefault(key, "n0");
  }

  private static void node(Writer xml, String id, String name, String variable, int frequency)
      throws IOException {
    xml.write("    <node id=\"" + id + "\">");
    data(xml, "id", id);
    data(xml, "name", name);
    data(xml, "variable", variable);
    data(xml, "frequency", String.valueOf(frequency));
    xml.write("</node>\n");
  }

  private static void edge(
      Writer xml, String source, String target, int weight, int agreement, String detail)
      throws IOException {
    xml.write("    <edge source=\"" + source + "\" target=\"" + target + "\">");
    data(xml, "weight", weight + ".0");
    if (agreement >= 0) {
      data(xml, "agreement", String.valueOf(agreement));
    }
    data(xml, "detail", detail);
    xml.write("</edge>\n");
  }

  private static void data(Writer xml, String key, String value) throws IOException {
    xml.write("<data key=\"" + key + "\">" + escaped(value) + "</data>");
  }

  /** XML 1.0 has no way to hold most control characters and unpaired surrogates. */
  static String escaped(String text) {
    StringBuilder out = new StringBuilder(text.length() + 16);
    text.codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                case '\t', '\n', '\r' -> out.append("&#").append(c).append(';');
                default -> {
                  boolean allowed =
                      c >= 0x20 && c <= 0xD7FF || c >= 0xE000 && c <= 0xFFFD || c > 0xFFFF;
                  out.appendCodePoint(allowed ? c : ' ');
                }
              }
            });
    return out.toString();
  }
}
