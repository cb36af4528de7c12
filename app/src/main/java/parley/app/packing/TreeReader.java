package parley.app.packing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what {@link TreeWriter} wrote. */
final class TreeReader {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final Bits.In in;
  private final Tokens tokens;
  private final Words words;
  private final Place between;
  private final Numbering ids = new Numbering();
  private final Numbering references = new Numbering();
  private long last;

  TreeReader(Bits.In in, Place root, Tokens tokens, Words words) {
    this.in = in;
    this.tokens = tokens;
    this.words = words;
    this.between = root.below(Words.BETWEEN_SHORT);
  }

  JsonNode read(Place place) {
    return read(place, false);
  }

  private JsonNode read(Place place, boolean id) {
    return value(place, place.alphabet().read(in), id);
  }

  private JsonNode value(Place place, Object symbol, boolean id) {
    if (symbol instanceof Symbols.Shape shape) {
      return fields(shape);
    }
    if (symbol instanceof Symbols.Ref ref) {
      int number = (id ? ids : references).step(ref.letters(), ref.step());
      return TextNode.valueOf(ref.letters() + number);
    }
    if (symbol instanceof Symbols.Length length) {
      return elements(place, length.size());
    }
    if (symbol instanceof String form) {
      return string(place, form);
    }
    if (symbol instanceof Double number) {
      return DoubleNode.valueOf(number);
    }
    if (symbol instanceof Long number) {
      return whole(number);
    }
    if (symbol instanceof Symbols.Constant constant) {
      return constant == Symbols.Constant.NULL
          ? NullNode.getInstance()
          : BooleanNode.valueOf(constant == Symbols.Constant.TRUE);
    }
    return other(place);
  }

  private JsonNode other(Place place) {
    switch ((int) in.take(3)) {
      case TreeWriter.STRING:
        return TextNode.valueOf(words.read(in, between));
      case TreeWriter.HASH:
        return TextNode.valueOf(hex(in.take(32)) + hex(in.take(32)));
      case TreeWriter.INTEGER:
        return whole(Pen.number(in));
      case TreeWriter.DOUBLE:
        return DoubleNode.valueOf(real());
      case TreeWriter.SHAPE:
        return fields(spelt(place));
      case TreeWriter.ARRAY:
        return elements(place, Pen.number(in));
      default:
        try {
          return MAPPER.readTree(words.read(in, between));
        } catch (JsonProcessingException e) {
          throw new DamagedException("a value is not JSON", e);
        }
    }
  }

  private static String hex(long value) {
    String digits = Long.toHexString(value);
    return "0".repeat(8 - digits.length()) + digits;
  }

  private static JsonNode whole(long number) {
    return number == (int) number ? IntNode.valueOf((int) number) : LongNode.valueOf(number);
  }

  private double real() {
    boolean share = in.take(1) == 1;
    long exponent = share ? in.take(2) + TreeWriter.LEAST_EXPONENT : in.take(12);
    long high = in.take(20);
    return Double.longBitsToDouble(exponent << 52 | high << 32 | in.take(32));
  }

  private Symbols.Shape spelt(Place place) {
    List<String> keys = new ArrayList<>();
    for (long n = Pen.number(in); n > 0; n--) {
      keys.add(words.read(in, between));
    }
    Symbols.Shape shape = new Symbols.Shape(keys);
    shape.at(place);
    return shape;
  }

  private JsonNode elements(Place place, long size) {
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    for (long n = size; n > 0; n--) {
      array.add(read(place.each(), false));
    }
    return array;
  }

  private JsonNode string(Place place, String form) {
    StringBuilder text = null;
    int done = 0;
    for (int i = 0; i < form.length(); i++) {
      char c = form.charAt(i);
      if (c == Template.QUOTED || c == Template.NUMBER) {
        text = text == null ? new StringBuilder() : text;
        text.append(form, done, i);
        done = i + 1;
        Object part = place.numbers().alphabet().read(in);
        text.append(
            part instanceof String digits && !digits.isEmpty() ? digits : words.read(in, between));
      }
    }
    return TextNode.valueOf(
        text == null ? form : text.append(form, done, form.length()).toString());
  }

  /** Where an entry begins, with all that reading had gathered before it. */
  record Mark(Place place, Bits.In.Mark bits, int[] ids, int[] references, long last, int spelt) {}

  private Mark mark(Place place) {
    return new Mark(place, in.mark(), ids.mark(), references.mark(), last, words.known());
  }

  /** Reads what begins at a mark. */
  JsonNode read(Mark mark) {
    in.back(mark.bits());
    ids.back(mark.ids());
    references.back(mark.references());
    last = mark.last();
    words.back(mark.spelt());
    return read(mark.place());
  }

  /**
   * Passes over an object and notes where the entries of its lists begin.
   *
   * @param lists the names of the lists, each an array of objects whose first field is their id
   * @return entries by id, by list; null if it is made otherwise
   */
  @Nullable Map<String, Map<String, Mark>> marks(Place place, Set<String> lists) {
    Symbols.Shape shape = shape(place);
    if (shape == null) {
      return null;
    }
    Map<String, Map<String, Mark>> marks = new HashMap<>();
    for (int i = 0; i < shape.keys().size(); i++) {
      String key = shape.keys().get(i);
      if (shape.isSpan(i)) {
        passSpan(shape.place(), key);
      } else if (lists.contains(key)) {
        Map<String, Mark> entries = new LinkedHashMap<>();
        if (!entries(shape.places()[i], entries)) {
          return null;
        }
        marks.put(key, entries);
      } else {
        pass(shape.places()[i], i == 0 && shape.isEntry());
      }
    }
    return marks;
  }

  /** The fields of the object that comes, null if none comes. */
  private Symbols.@Nullable Shape shape(Place place) {
    Object symbol = place.alphabet().read(in);
    if (symbol == Alphabet.OTHER && in.take(3) == TreeWriter.SHAPE) {
      return spelt(place);
    }
    return symbol instanceof Symbols.Shape shape ? shape : null;
  }

  private boolean entries(Place place, Map<String, Mark> into) {
    Object symbol = place.alphabet().read(in);
    long size;
    if (symbol instanceof Symbols.Length length) {
      size = length.size();
    } else if (symbol == Alphabet.OTHER && in.take(3) == TreeWriter.ARRAY) {
      size = Pen.number(in);
    } else {
      return false;
    }
    for (long n = size; n > 0; n--) {
      Mark mark = mark(place.each());
      Symbols.Shape shape = shape(place.each());
      if (shape == null || !shape.isEntry()) {
        return false;
      }
      JsonNode id = read(shape.places()[0], true);
      if (!id.isTextual() || into.put(id.textValue(), mark) != null) {
        return false;
      }
      passFields(shape, 1);
    }
    return true;
  }

  private void pass(Place place, boolean id) {
    Object symbol = place.alphabet().read(in);
    if (symbol instanceof Symbols.Shape shape) {
      passFields(shape, 0);
    } else if (symbol instanceof Symbols.Ref ref) {
      (id ? ids : references).step(ref.letters(), ref.step());
    } else if (symbol instanceof Symbols.Length length) {
      for (int n = length.size(); n > 0; n--) {
        pass(place.each(), false);
      }
    } else if (symbol instanceof String form) {
      passString(place, form);
    } else if (symbol == Alphabet.OTHER) {
      other(place);
    }
  }

  private void passFields(Symbols.Shape shape, int from) {
    for (int i = from; i < shape.keys().size(); i++) {
      if (shape.isSpan(i)) {
        passSpan(shape.place(), shape.keys().get(i));
      } else {
        pass(shape.places()[i], i == 0 && shape.isEntry());
      }
    }
  }

  private void passString(Place place, String form) {
    for (int i = 0; i < form.length(); i++) {
      char c = form.charAt(i);
      if (c == Template.QUOTED || c == Template.NUMBER) {
        Object part = place.numbers().alphabet().read(in);
        if (!(part instanceof String digits && !digits.isEmpty())) {
          words.read(in, between);
        }
      }
    }
  }

  private void passSpan(Place place, String key) {
    if (key.equals(TreeWriter.ODD_SPAN) || key.equals(TreeWriter.ODD_BARE)) {
      Pen.number(in);
      Pen.number(in);
    } else {
      last += number(place.steps());
      tokens.begin(last);
      tokens.end(last + number(place.lengths()));
    }
  }

  private JsonNode fields(Symbols.Shape shape) {
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    for (int i = 0; i < shape.keys().size(); i++) {
      Place place = shape.places()[i];
      String key = shape.keys().get(i);
      if (shape.isSpan(i)) {
        span(shape.place(), key, object);
      } else {
        object.set(key, read(place, i == 0 && shape.isEntry()));
      }
    }
    return object;
  }

  private void span(Place place, String key, ObjectNode object) {
    int begin;
    int end;
    if (key.equals(TreeWriter.ODD_SPAN) || key.equals(TreeWriter.ODD_BARE)) {
      begin = (int) Pen.number(in);
      end = (int) Pen.number(in);
    } else {
      last += number(place.steps());
      begin = tokens.begin(last);
      end = tokens.end(last + number(place.lengths()));
    }
    object.put("begin", begin).put("end", end);
    if (key.equals(TreeWriter.SPAN) || key.equals(TreeWriter.ODD_SPAN)) {
      object.put("text", tokens.words(begin, end));
    }
  }

  private long number(Place place) {
    return place.alphabet().number(in);
  }
}
