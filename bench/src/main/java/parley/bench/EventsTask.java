package parley.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import parley.extract.Reader;
import parley.link.ActorStates;
import parley.record.Actor;
import parley.record.Event;
import parley.record.Fact;
import parley.record.Mention;
import parley.record.Record;
import parley.record.Statement;
import parley.text.Metadata;
import parley.text.Part;
import parley.text.PartRole;
import parley.text.Report;
import parley.text.Span;
import parley.world.Organisation;
import parley.world.State;

/** Coded events of single sentences, against PLOVER's gold records. */
final class EventsTask implements Task {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** What PLOVER files as a promise when it is only planned. */
  private static final Set<String> COOPERATIVE =
      Set.of("CONSULT", "SUPPORT", "COOPERATE", "AID", "CONCEDE", "RETREAT");

  /** What PLOVER files as a threat when it is only planned. */
  private static final Set<String> HARMFUL =
      Set.of("SANCTION", "MOBILIZE", "COERCE", "ASSAULT", "PROTEST");

  /** International armed groups, which PLOVER codes apart from organisations of states. */
  private static final Set<String> MILITANT = Set.of("al-Qaida", "Islamic State");

  private final Supplier<Reader> readers;

  /**
   * @param readers makes the reader that is measured, when it is needed
   */
  EventsTask(Supplier<Reader> readers) {
    this.readers = readers;
  }

  @Override
  public String name() {
    return "events";
  }

  @Override
  public String summary() {
    return "events of PLOVER's gold sentences; data events/plover.dev.jsonl";
  }

  @Override
  public void run(Call call) throws IOException {
    Path data = call.dataOr("events/plover.dev.jsonl");
    Reader reader = readers.get();
    List<String> lines = new ArrayList<>();
    boolean gold = false;
    for (String line : Files.readAllLines(data)) {
      if (line.isBlank()) {
        continue;
      }
      JsonNode sentence = JSON.readTree(line);
      gold |= sentence.has("events");
      String text = sentence.get("text").asText();
      ObjectNode prediction = JSON.createObjectNode();
      prediction.put("id", sentence.get("id").asText());
      prediction.set("events", events(reader.read(sentence(text))));
      lines.add(JSON.writeValueAsString(prediction));
    }
    Path out = call.write(lines);
    if (gold) {
      call.score("score_events.py", data.toString(), out.toString());
    } else {
      call.noGold(out);
    }
  }

  /** A report that is one sentence. */
  static Report sentence(String text) {
    return Report.ofText(
        Metadata.builder().language("en").build(),
        text,
        List.of(new Part(PartRole.BODY, new Span(0, text.length()))));
  }

  private static ArrayNode events(Record record) {
    ArrayNode events = JSON.createArrayNode();
    Set<String> plain = new HashSet<>();
    for (Event event : record.events()) {
      if (event.status() == Event.Status.ASSERTED) {
        plain.add(event.type());
      }
    }
    for (Event event : record.events()) {
      String type = ploverType(event);
      // "promised to send aid" is one event to PLOVER: the promise, which stands there itself.
      if (type == null || event.status() != Event.Status.ASSERTED && plain.contains(type)) {
        continue;
      }
      ObjectNode node = events.addObject();
      node.put("type", type);
      String speaker = event.status() == Event.Status.DEMANDED ? speaker(record, event) : null;
      if (speaker == null) {
        put(node, "source", "sourceCode", record, event.actors(), event);
        put(node, "target", "targetCode", record, event.targets(), event);
      } else {
        // Who says that another must do it requests it of him.
        put(node, "source", "sourceCode", record, List.of(speaker), event);
        put(node, "target", "targetCode", record, event.actors(), event);
      }
    }
    return events;
  }

  /** PLOVER has no status: what is only planned, demanded or denied is an event of another type. */
  private static @org.jspecify.annotations.Nullable String ploverType(Event event) {
    return switch (event.status()) {
      case ASSERTED -> event.type();
      case PLANNED ->
          COOPERATIVE.contains(event.type())
              ? "AGREE"
              : HARMFUL.contains(event.type()) ? "THREATEN" : event.type();
      case DEMANDED -> "REQUEST";
      case DENIED -> "REJECT";
      case POSSIBLE -> null;
    };
  }

  /** Who says that an event ought to be, if that is not its own actor. */
  private static @org.jspecify.annotations.Nullable String speaker(Record record, Event event) {
    return record.statements().stream()
        .filter(s -> s.id().equals(event.attributedTo()))
        .map(Statement::speaker)
        .filter(id -> id != null && !event.actors().contains(id) && !event.actors().isEmpty())
        .findFirst()
        .orElse(null);
  }

  private static void put(
      ObjectNode node,
      String textField,
      String codeField,
      Record record,
      List<String> ids,
      Event event) {
    ArrayNode texts = node.putArray(textField);
    ArrayNode codes = node.putArray(codeField);
    ActorStates states = new ActorStates(record);
    for (String id : ids) {
      Actor actor =
          record.actors().stream().filter(a -> a.id().equals(id)).findFirst().orElseThrow();
      texts.add(described(record, actor, nearest(actor, event).anchor().span()));
      codes.add(country(states, actor, event));
    }
  }

  private static Mention nearest(Actor actor, Event event) {
    int at = event.cue().get(0).span().begin();
    Mention best = actor.mentions().get(0);
    for (Mention mention : actor.mentions()) {
      boolean closer =
          Math.abs(mention.anchor().span().begin() - at)
              < Math.abs(best.anchor().span().begin() - at);
      if (mention.form() != Mention.Form.PRONOUN
          && (closer || best.form() == Mention.Form.PRONOUN)) {
        best = mention;
      }
    }
    return best;
  }

  /** The mention with the titles and nationalities that stand right before it. */
  private static String described(Record record, Actor actor, Span mention) {
    String text = record.report().text();
    int begin = mention.begin();
    boolean grown = true;
    while (grown) {
      grown = false;
      for (Fact fact : actor.facts()) {
        Span at = fact.anchor().span();
        if (at.end() <= begin
            && at.begin() < begin
            && begin - at.end() <= 1
            && text.substring(at.end(), begin).isBlank()) {
          begin = at.begin();
          grown = true;
        }
      }
    }
    return text.substring(begin, mention.end());
  }

  /** The code of the actor's state, else that of what kind of international actor it is. */
  private static String country(ActorStates states, Actor actor, Event event) {
    Optional<State> state = states.of(actor);
    if (state.isEmpty()) {
      Optional<Organisation> known = states.organisationOf(actor);
      if (known.isPresent()) {
        return MILITANT.contains(known.get().name()) ? "IMG" : "IGO";
      }
      state = states.likely(actor, event);
    }
    return state.map(State::alpha3).orElse("");
  }
}
