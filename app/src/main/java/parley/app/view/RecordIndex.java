package parley.app.view;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import parley.record.Actor;
import parley.record.Anchor;
import parley.record.Fact;
import parley.record.Record;
import parley.record.Statement;
import parley.record.TimeExpression;

/** Finds the entries of a record by id, and says in words who and when. */
final class RecordIndex {

  /** Stands between the pieces of a split source, cue or content. */
  static final String GAP = " … ";

  private final Map<String, Actor> actors = new HashMap<>();
  private final Map<String, Statement> statements = new HashMap<>();
  private final Map<String, TimeExpression> times = new HashMap<>();
  private final Map<String, Integer> spoken = new HashMap<>();

  RecordIndex(Record record) {
    record.actors().forEach(actor -> actors.put(actor.id(), actor));
    record.times().forEach(time -> times.put(time.id(), time));
    for (Statement statement : record.statements()) {
      statements.put(statement.id(), statement);
      if (statement.speaker() != null) {
        spoken.merge(statement.speaker(), 1, Integer::sum);
      }
    }
  }

  /** The id of a record's entry is always there: the record checks it. */
  Actor actor(String id) {
    return Objects.requireNonNull(actors.get(id), id);
  }

  Statement statement(String id) {
    return Objects.requireNonNull(statements.get(id), id);
  }

  TimeExpression time(String id) {
    return Objects.requireNonNull(times.get(id), id);
  }

  String name(String actor) {
    return actor(actor).name();
  }

  String names(List<String> ids) {
    return ids.stream().map(this::name).collect(Collectors.joining(", "));
  }

  /** How many statements the actor makes. */
  int statementsOf(Actor actor) {
    return spoken.getOrDefault(actor.id(), 0);
  }

  /** "Wednesday (2024-03-13)", or the words alone where their value cannot be told. */
  String when(String time) {
    TimeExpression expression = time(time);
    String words = expression.anchor().text();
    return expression.value().isEmpty() ? words : words + " (" + expression.value() + ")";
  }

  /**
   * The speaker's name; if the report uses other words there, these too; null if no one is named.
   */
  @Nullable String who(Statement statement) {
    String words = text(statement.source());
    if (statement.speaker() == null) {
      return words.isEmpty() ? null : words;
    }
    String name = name(statement.speaker());
    boolean plain = words.isEmpty() || words.contains(name) || name.contains(words);
    return plain ? name : name + " (“" + words + "”)";
  }

  static String text(List<Anchor> anchors) {
    return anchors.stream().map(Anchor::text).collect(Collectors.joining(GAP));
  }

  /** Roles, age and the like ("president, 61"), but for what the name itself says. */
  String about(Actor actor) {
    String name = actor.name().toLowerCase(Locale.ROOT);
    return actor.facts().stream()
        .filter(fact -> isShown(fact.kind()))
        .map(Fact::value)
        .filter(value -> !name.contains(value.toLowerCase(Locale.ROOT)))
        .distinct()
        .collect(Collectors.joining(", "));
  }

  /** Ties and numbers mean little away from their sentence; a side is shown by itself. */
  private static boolean isShown(Fact.Kind kind) {
    return switch (kind) {
      case ROLE, OFFICE, AGE, NATIONALITY, AFFILIATION -> true;
      case SIDE, RELATION, NUMBER -> false;
    };
  }
}
