package parley.app.packing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Writes a tree of a record as symbols, each at its place; {@link TreeReader} reads it. */
final class TreeWriter {

  /** In the shape of an object: begin, end and text of a span; begin and end alone. */
  static final String SPAN = "^span";

  static final String BARE = "^bare";

  /** The same, not at the bounds of tokens. */
  static final String ODD_SPAN = "^oddspan";

  static final String ODD_BARE = "^oddbare";

  static final String STEP = "^step";
  static final String LENGTH = "^length";
  static final String ELEMENT = "^each";
  static final String NUMBER = "^number";
  static final String ID = "id";

  /** What follows {@link Alphabet#OTHER}, in three bits. */
  static final int STRING = 0;

  static final int HASH = 1;
  static final int INTEGER = 2;
  static final int DOUBLE = 3;
  static final int SHAPE = 4;
  static final int ARRAY = 5;
  static final int JSON = 6;

  private static final Pattern HEX = Pattern.compile("[0-9a-f]{16}");

  /** Exponents of doubles from 1/16 to 1. */
  static final int LEAST_EXPONENT = 1019;

  private final Pen pen;
  private final Tokens tokens;
  private final Words words;
  private final Place between;
  private final Map<String, Integer> ids = new HashMap<>();
  private final Map<String, Integer> references = new HashMap<>();
  private long last;

  TreeWriter(Pen pen, Place root, Tokens tokens, Words words) {
    this.pen = pen;
    this.tokens = tokens;
    this.words = words;
    this.between = pen.below(root, Words.BETWEEN_SHORT);
  }

  void write(Place place, JsonNode node) {
    write(place, node, false);
  }

  private void write(Place place, JsonNode node, boolean id) {
    if (node instanceof ObjectNode object) {
      object(place, object);
    } else if (node instanceof ArrayNode array) {
      if (!pen.symbol(place, new Symbols.Length(array.size()))) {
        pen.bits(ARRAY, 3);
        pen.number(array.size());
      }
      Place each = pen.below(place, ELEMENT);
      array.forEach(element -> write(each, element));
    } else if (node.isTextual()) {
      string(place, node.textValue(), id);
    } else if (node.isInt() || node.isLong()) {
      if (!pen.symbol(place, node.longValue())) {
        pen.bits(INTEGER, 3);
        pen.number(node.longValue());
      }
    } else if (node.isDouble()) {
      if (!pen.symbol(place, node.doubleValue())) {
        pen.bits(DOUBLE, 3);
        real(node.doubleValue());
      }
    } else if (node.isBoolean() || node.isNull()) {
      Symbols.Constant constant =
          node.isNull()
              ? Symbols.Constant.NULL
              : node.booleanValue() ? Symbols.Constant.TRUE : Symbols.Constant.FALSE;
      if (!pen.symbol(place, constant)) {
        json(node);
      }
    } else {
      pen.symbol(place, Alphabet.OTHER);
      json(node);
    }
  }

  private void json(JsonNode node) {
    pen.bits(JSON, 3);
    words.write(pen, between, node.toString());
  }

  private void real(double value) {
    long raw = Double.doubleToRawLongBits(value);
    long exponent = (raw >>> 52) - LEAST_EXPONENT;
    boolean share = exponent >= 0 && exponent < 4;
    pen.bits(share ? 1 : 0, 1);
    pen.bits(share ? exponent : raw >>> 52, share ? 2 : 12);
    pen.bits(raw >>> 32, 20);
    pen.bits(raw, 32);
  }

  private void string(Place place, String text, boolean id) {
    int letters = digitsOf(text);
    if (letters > 0) {
      String prefix = text.substring(0, letters);
      int number = Integer.parseInt(text.substring(letters));
      Map<String, Integer> before = id ? ids : references;
      int step = number - before.getOrDefault(prefix, 0);
      if (pen.symbol(place, new Symbols.Ref(prefix, step))) {
        before.put(prefix, number);
      } else {
        spell(text);
      }
      return;
    }
    if (HEX.matcher(text).matches()) {
      pen.symbol(place, Alphabet.OTHER);
      pen.bits(HASH, 3);
      pen.bits(Long.parseLong(text.substring(0, 8), 16), 32);
      pen.bits(Long.parseLong(text.substring(8), 16), 32);
      return;
    }
    Template template = Template.of(text);
    boolean ours =
        template.parts().isEmpty()
            && (text.indexOf(Template.QUOTED) >= 0 || text.indexOf(Template.NUMBER) >= 0);
    if (ours) {
      pen.symbol(place, Alphabet.OTHER);
      spell(text);
      return;
    }
    if (!pen.symbol(place, template.form())) {
      spell(text);
      return;
    }
    Place number = pen.below(place, NUMBER);
    for (String part : template.parts()) {
      boolean digits = part.chars().allMatch(c -> c >= '0' && c <= '9') && !part.isEmpty();
      if (!pen.symbol(number, digits ? part : "")) {
        words.write(pen, between, part);
      } else if (!digits) {
        words.write(pen, between, part);
      }
    }
  }

  private void spell(String text) {
    pen.bits(STRING, 3);
    words.write(pen, between, text);
  }

  /** How many letters stand before the number of an id such as s12; -1 if it is none. */
  private static int digitsOf(String id) {
    int letters = 0;
    while (letters < id.length() && id.charAt(letters) >= 'a' && id.charAt(letters) <= 'z') {
      letters++;
    }
    int digits = id.length() - letters;
    if (letters == 0 || letters > 3 || digits == 0 || digits > 7 || id.charAt(letters) == '0') {
      return -1;
    }
    return id.substring(letters).chars().allMatch(c -> c >= '0' && c <= '9') ? letters : -1;
  }

  private void object(Place place, ObjectNode object) {
    boolean span = object.path("begin").isInt() && object.path("end").isInt();
    int begin = object.path("begin").asInt();
    int end = object.path("end").asInt();
    boolean texted = span && object.has("text");
    if (texted && !object.path("text").asText().equals(tokens.words(begin, end))) {
      span = false;
      texted = false;
    }
    int from = span ? tokens.beginning(begin) : -1;
    int to = span ? tokens.ending(end) : -1;
    boolean odd = from < 0 || to < from;
    List<String> keys = new ArrayList<>();
    for (var field : object.properties()) {
      String key = field.getKey();
      if (key.startsWith("^")) {
        pen.symbol(place, Alphabet.OTHER);
        json(object);
        return;
      }
      if (span && key.equals("begin")) {
        keys.add(odd ? texted ? ODD_SPAN : ODD_BARE : texted ? SPAN : BARE);
      } else if (!span || !key.equals("end") && !(texted && key.equals("text"))) {
        keys.add(key);
      }
    }
    if (!pen.symbol(place, new Symbols.Shape(List.copyOf(keys)))) {
      pen.bits(SHAPE, 3);
      pen.number(keys.size());
      keys.forEach(key -> words.write(pen, between, key));
    }
    for (int i = 0; i < keys.size(); i++) {
      String key = keys.get(i);
      if (!key.startsWith("^")) {
        write(pen.below(place, key), object.get(key), i == 0 && key.equals(ID));
      } else if (odd) {
        pen.number(begin);
        pen.number(end);
      } else {
        number(pen.below(place, STEP), from - last);
        number(pen.below(place, LENGTH), to - (long) from);
        last = from;
      }
    }
  }

  private void number(Place place, long value) {
    if (!pen.symbol(place, value)) {
      pen.number(value);
    }
  }
}
