package parley.codebook;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Builds a tree from YAML events: no reflection, no tags, no anchors, and a bounded depth, so that
 * no file can exhaust memory or stack.
 */
final class YamlTree {

  private static final int MAX_DEPTH = 12;

  private final Iterator<Event> events;

  private YamlTree(Iterator<Event> events) {
    this.events = events;
  }

  /** Why a file is no tree. */
  static final class Malformed extends Exception {
    private static final long serialVersionUID = 1;
    final transient CodebookProblem problem;

    Malformed(int line, String message) {
      super(message);
      problem = new CodebookProblem(line, "", message);
    }
  }

  static YamlNode of(String yaml) throws Malformed {
    YamlNode plain = PlainYaml.read(yaml);
    return plain != null ? plain : byEngine(yaml);
  }

  /** The same for any YAML, the slower way. */
  static YamlNode byEngine(String yaml) throws Malformed {
    try {
      Iterator<Event> events =
          new Parse(LoadSettings.builder().setParseComments(false).build())
              .parseString(yaml)
              .iterator();
      return new YamlTree(events).document();
    } catch (MarkedYamlEngineException e) {
      int line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1);
      throw new Malformed(line, "not YAML: " + e.getProblem());
    } catch (YamlEngineException e) {
      throw new Malformed(1, "not YAML: " + e.getMessage());
    }
  }

  private YamlNode document() throws Malformed {
    while (events.hasNext()) {
      Event event = events.next();
      switch (event.getEventId()) {
        case StreamStart, DocumentStart -> {}
        case StreamEnd, DocumentEnd -> throw new Malformed(1, "the file is empty");
        default -> {
          return node(event, 0);
        }
      }
    }
    throw new Malformed(1, "the file is empty");
  }

  private YamlNode node(Event event, int depth) throws Malformed {
    int line = line(event);
    if (depth > MAX_DEPTH) {
      throw new Malformed(line, "nested more than " + MAX_DEPTH + " deep");
    }
    return switch (event.getEventId()) {
      case Scalar -> new YamlNode.Scalar(line, ((ScalarEvent) event).getValue());
      case SequenceStart -> sequence(line, depth);
      case MappingStart -> mapping(line, depth);
      default -> throw new Malformed(line, "anchors and aliases are not used in codebooks");
    };
  }

  private YamlNode sequence(int line, int depth) throws Malformed {
    List<YamlNode> items = new ArrayList<>();
    for (Event event = events.next();
        event.getEventId() != Event.ID.SequenceEnd;
        event = events.next()) {
      items.add(node(event, depth + 1));
    }
    return new YamlNode.Sequence(line, items);
  }

  private YamlNode mapping(int line, int depth) throws Malformed {
    List<YamlNode.Entry> entries = new ArrayList<>();
    for (Event event = events.next();
        event.getEventId() != Event.ID.MappingEnd;
        event = events.next()) {
      if (!(event instanceof ScalarEvent key)) {
        throw new Malformed(line(event), "a key must be a plain word");
      }
      YamlNode value = node(events.next(), depth + 1);
      entries.add(new YamlNode.Entry(line(key), key.getValue(), value));
    }
    return new YamlNode.Mapping(line, entries);
  }

  private static int line(Event event) {
    return event.getStartMark().map(Mark::getLine).orElse(0) + 1;
  }
}
