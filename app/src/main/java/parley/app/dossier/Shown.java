package parley.app.dossier;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import parley.app.packing.Packing;
import parley.text.CodePoints;

/**
 * A report as lists show it: its headline, its text, and entries without their {@link Details} if
 * nobody has decided on the report. Of a record that is packed the entries that are asked for are
 * read alone. Safe for use by threads; what is given is shared and must not be changed.
 *
 * <p>A connection that is given must see the report as the one did with which this was made.
 */
final class Shown {

  private final Reports reports;
  private final Reports.Told told;
  private final Payload payload;
  private @Nullable CodePoints points;
  private boolean opened;
  private Packing.@Nullable Entries entries;
  private @Nullable ObjectNode tree;

  Shown(Reports reports, Reports.Told told, Payload payload) {
    this.reports = reports;
    this.told = told;
    this.payload = payload;
  }

  /** Of a record's tree. */
  Shown(Reports reports, Reports.Told told, Payload payload, ObjectNode tree) {
    this(reports, told, payload);
    this.tree = tree;
    this.opened = true;
  }

  private synchronized void open(Sql sql) throws SQLException, IOException {
    if (opened) {
      return;
    }
    if (reports.isDecided(sql, told.row())) {
      tree = reports.effective(sql, told.row());
    } else {
      entries = payload.entries(sql);
      tree = entries == null ? payload.record(sql) : null;
    }
    opened = true;
  }

  Reports.Told told() {
    return told;
  }

  Payload payload() {
    return payload;
  }

  String text() {
    return payload.text();
  }

  /** Places in the text. */
  synchronized CodePoints points() {
    CodePoints made = points == null ? CodePoints.of(text()) : points;
    points = made;
    return made;
  }

  /** The entry of that id, null if there is none. */
  @Nullable ObjectNode find(Sql sql, String id) throws SQLException, IOException {
    open(sql);
    if (entries == null) {
      return tree == null ? null : Effective.find(tree, id);
    }
    for (Kind kind : Kind.values()) {
      if (entries.get(kind.list(), id) instanceof ObjectNode entry) {
        return entry;
      }
    }
    return null;
  }

  /** The names of the actors and the values of the times to which an entry refers. */
  ObjectNode names(Sql sql, ObjectNode entry) throws SQLException, IOException {
    open(sql);
    Set<String> referred = new LinkedHashSet<>();
    entry
        .properties()
        .forEach(
            field -> {
              JsonNode value = field.getValue();
              if (value.isTextual() && value.asText().length() < 12) {
                referred.add(value.asText());
              } else if (value.isArray()) {
                value.forEach(v -> referred.add(v.asText("")));
              }
            });
    ObjectNode names = Json.object();
    for (JsonNode actor : some(Kind.ACTOR, referred)) {
      names.set(actor.path("id").asText(), actor.get("name"));
    }
    for (JsonNode time : some(Kind.TIME, referred)) {
      names.put(
          time.path("id").asText(),
          time.path("text").asText() + " (" + time.path("value").asText() + ")");
    }
    return names;
  }

  /** The entries of a kind that are among these, in the record's order. */
  private Iterable<JsonNode> some(Kind kind, Set<String> wanted) {
    if (entries == null) {
      JsonNode all = tree == null ? Json.array() : tree.path(kind.list());
      return () -> all.valueStream().filter(e -> wanted.contains(e.path("id").asText())).iterator();
    }
    List<JsonNode> found = new ArrayList<>();
    for (String id : entries.ids(kind.list())) {
      if (wanted.contains(id)) {
        found.add(entries.get(kind.list(), id));
      }
    }
    return found;
  }
}
