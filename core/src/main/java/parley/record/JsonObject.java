package parley.record;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A JSON object that knows its place in the document, so that every complaint names it. */
final class JsonObject {

  /** Makes a value of an element of a list. */
  interface Maker<T> {
    T of(JsonObject element) throws MalformedRecordException;
  }

  /** Makes a value of a word of a closed list. */
  interface Word<T> {
    T of(String word);
  }

  private final String path;
  private final Map<String, Object> fields;

  private JsonObject(String path, Map<String, Object> fields) {
    this.path = path;
    this.fields = fields;
  }

  /**
   * @throws MalformedRecordException if there is no JSON object
   */
  static JsonObject parse(JsonParser parser) throws IOException {
    try {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new MalformedRecordException("a record is a JSON object");
      }
      return new JsonObject("", object(parser));
    } catch (JsonProcessingException e) {
      throw new MalformedRecordException(
          "not JSON at line "
              + e.getLocation().getLineNr()
              + ", column "
              + e.getLocation().getColumnNr()
              + ": "
              + e.getOriginalMessage(),
          e);
    }
  }

  private static Map<String, Object> object(JsonParser parser) throws IOException {
    Map<String, Object> result = new LinkedHashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      parser.nextToken();
      Object value = value(parser);
      if (value != null) {
        result.put(name, value);
      }
    }
    return result;
  }

  /** The parser bounds how deep values may nest. */
  private static @Nullable Object value(JsonParser parser) throws IOException {
    return switch (parser.currentToken()) {
      case START_OBJECT -> object(parser);
      case START_ARRAY -> {
        List<Object> list = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          Object element = value(parser);
          list.add(element == null ? "" : element);
        }
        yield list;
      }
      case VALUE_STRING -> parser.getText();
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> parser.getDoubleValue();
      case VALUE_TRUE -> Boolean.TRUE;
      case VALUE_FALSE -> Boolean.FALSE;
      default -> null;
    };
  }

  MalformedRecordException wrong(String field, String what) {
    return new MalformedRecordException(path + "/" + field + " " + what);
  }

  String path() {
    return path.isEmpty() ? "/" : path;
  }

  private <T> @Nullable T optional(String field, Class<T> type, String what)
      throws MalformedRecordException {
    Object value = fields.get(field);
    if (value != null && !type.isInstance(value)) {
      throw wrong(field, "is not " + what);
    }
    return type.cast(value);
  }

  private <T> T required(String field, Class<T> type, String what) throws MalformedRecordException {
    T value = optional(field, type, what);
    if (value == null) {
      throw wrong(field, "is missing");
    }
    return value;
  }

  String string(String field) throws MalformedRecordException {
    return required(field, String.class, "a string");
  }

  @Nullable String stringOrNull(String field) throws MalformedRecordException {
    return optional(field, String.class, "a string");
  }

  boolean flag(String field, boolean otherwise) throws MalformedRecordException {
    Boolean value = optional(field, Boolean.class, "true or false");
    return value == null ? otherwise : value;
  }

  double number(String field) throws MalformedRecordException {
    return required(field, Double.class, "a number");
  }

  @Nullable Double numberOrNull(String field) throws MalformedRecordException {
    return optional(field, Double.class, "a number");
  }

  int integer(String field) throws MalformedRecordException {
    return integer(field, number(field));
  }

  private int integer(String field, double value) throws MalformedRecordException {
    if (value != Math.rint(value) || Math.abs(value) > Integer.MAX_VALUE) {
      throw wrong(field, "is no integer: " + value);
    }
    return (int) value;
  }

  /** A word of a closed list. */
  <T> T word(String field, Word<T> words) throws MalformedRecordException {
    String word = string(field);
    try {
      return words.of(word);
    } catch (IllegalArgumentException e) {
      throw new MalformedRecordException(path + "/" + field + " is an unknown word: " + word, e);
    }
  }

  JsonObject object(String field) throws MalformedRecordException {
    JsonObject value = objectOrNull(field);
    if (value == null) {
      throw wrong(field, "is missing");
    }
    return value;
  }

  @Nullable JsonObject objectOrNull(String field) throws MalformedRecordException {
    return fields.containsKey(field) ? asObject(path + "/" + field, fields.get(field)) : null;
  }

  private static JsonObject asObject(String at, @Nullable Object value)
      throws MalformedRecordException {
    if (!(value instanceof Map<?, ?> map)) {
      throw new MalformedRecordException(at + " is not an object");
    }
    Map<String, Object> fields = new LinkedHashMap<>();
    map.forEach((k, v) -> fields.put(String.valueOf(k), v));
    return new JsonObject(at, fields);
  }

  /** The elements of a list of objects; an absent list is empty. */
  <T> List<T> list(String field, Maker<T> maker) throws MalformedRecordException {
    List<T> result = new ArrayList<>();
    List<?> elements = optional(field, List.class, "a list");
    if (elements != null) {
      for (int i = 0; i < elements.size(); i++) {
        result.add(maker.of(asObject(path + "/" + field + "/" + i, elements.get(i))));
      }
    }
    return result;
  }

  /** The elements of a list of strings; an absent list is empty. */
  List<String> strings(String field) throws MalformedRecordException {
    List<String> result = new ArrayList<>();
    List<?> elements = optional(field, List.class, "a list");
    if (elements != null) {
      for (Object element : elements) {
        if (!(element instanceof String string)) {
          throw wrong(field, "holds something else than strings");
        }
        result.add(string);
      }
    }
    return result;
  }

  /** The rows of a list of lists of integers, each of {@code width}; null if it is absent. */
  @Nullable List<int[]> rows(String field, int width) throws MalformedRecordException {
    List<?> elements = optional(field, List.class, "a list");
    if (elements == null) {
      return null;
    }
    List<int[]> result = new ArrayList<>();
    for (Object element : elements) {
      if (!(element instanceof List<?> row) || row.size() != width) {
        throw wrong(field, "holds something else than lists of " + width);
      }
      int[] numbers = new int[width];
      for (int i = 0; i < width; i++) {
        if (!(row.get(i) instanceof Double number)) {
          throw wrong(field, "holds something else than numbers");
        }
        numbers[i] = integer(field, number);
      }
      result.add(numbers);
    }
    return result;
  }

  /** The names of this object's fields, with their values where these are strings. */
  Map<String, String> stringFields() {
    Map<String, String> result = new LinkedHashMap<>();
    fields.forEach(
        (name, value) -> {
          if (value instanceof String string) {
            result.put(name, string);
          }
        });
    return result;
  }
}
