package parley.ingest.page;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a page's JSON-LD describes. The reader is lenient: trailing commas, comments, raw
 * line breaks in strings; of a block that breaks off what came before is kept.
 */
final class JsonLd {

  private static final JsonFactory JSON =
      JsonFactory.builder()
          .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
          .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
          .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
          .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES)
          .enable(JsonReadFeature.ALLOW_MISSING_VALUES)
          .enable(JsonReadFeature.ALLOW_UNQUOTED_FIELD_NAMES)
          .enable(JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
          .enable(JsonReadFeature.ALLOW_LEADING_ZEROS_FOR_NUMBERS)
          .build();

  private final Map<String, Object> fields;
  private final Map<String, Map<String, Object>> byId;

  private JsonLd(Map<String, Object> fields, Map<String, Map<String, Object>> byId) {
    this.fields = fields;
    this.byId = byId;
  }

  /** All things of one block that have a type, in order. */
  static List<JsonLd> read(String block) {
    int begin = 0;
    while (begin < block.length() && block.charAt(begin) != '{' && block.charAt(begin) != '[') {
      begin++;
    }
    Object root = tree(block.substring(begin));
    Map<String, Map<String, Object>> byId = new HashMap<>();
    List<JsonLd> found = new ArrayList<>();
    Deque<Object> open = new ArrayDeque<>();
    open.add(root);
    while (!open.isEmpty()) {
      Object next = open.poll();
      if (next instanceof List<?> list) {
        list.forEach(open::add);
      } else if (next instanceof Map<?, ?> map) {
        @SuppressWarnings("unchecked")
        Map<String, Object> fields = (Map<String, Object>) map;
        if (fields.get("@id") instanceof String id && fields.size() > 1) {
          byId.putIfAbsent(id, fields);
        }
        if (fields.containsKey("@type")) {
          found.add(new JsonLd(fields, byId));
        }
        for (String key :
            new String[] {"@graph", "mainEntity", "mainEntityOfPage", "liveBlogUpdate"}) {
          Object inner = fields.get(key);
          if (inner instanceof Map || inner instanceof List) {
            open.add(inner);
          }
        }
      }
    }
    return found;
  }

  /** Objects as maps, arrays as lists, all else as strings; the part that could be read. */
  private static Object tree(String json) {
    List<Object> top = new ArrayList<>();
    Deque<Object> open = new ArrayDeque<>();
    open.push(top);
    String name = "";
    try (JsonParser parser = JSON.createParser(json)) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        switch (token) {
          case START_OBJECT -> {
            Map<String, Object> map = new LinkedHashMap<>();
            put(open, name, map);
            open.push(map);
          }
          case START_ARRAY -> {
            List<Object> list = new ArrayList<>();
            put(open, name, list);
            open.push(list);
          }
          case END_OBJECT, END_ARRAY -> open.pop();
          case FIELD_NAME -> name = parser.currentName();
          case VALUE_NULL -> {}
          default -> put(open, name, parser.getText());
        }
        if (open.size() <= 1 && !top.isEmpty()) {
          break;
        }
      }
    } catch (IOException broken) {
      // What was read so far stands.
      return top;
    }
    return top;
  }

  private static void put(Deque<Object> open, String name, Object value) {
    Object holder = open.peek();
    if (holder instanceof Map<?, ?>) {
      @SuppressWarnings("unchecked")
      Map<String, Object> map = (Map<String, Object>) holder;
      map.putIfAbsent(name, value);
    } else if (holder instanceof List<?>) {
      @SuppressWarnings("unchecked")
      List<Object> list = (List<Object>) holder;
      list.add(value);
    }
  }

  /** Whether it is a report, of whatever kind. */
  boolean isReport() {
    for (String type : strings(fields.get("@type"))) {
      if (type.endsWith("Article") || type.endsWith("Posting") || type.equals("Report")) {
        return true;
      }
    }
    return false;
  }

  boolean isLiveBlog() {
    return strings(fields.get("@type")).contains("LiveBlogPosting");
  }

  /** Entries of a live blog, in the order given. */
  List<JsonLd> updates() {
    List<JsonLd> found = new ArrayList<>();
    if (fields.get("liveBlogUpdate") instanceof List<?> list) {
      for (Object entry : list) {
        if (entry instanceof Map<?, ?> map) {
          @SuppressWarnings("unchecked")
          Map<String, Object> update = (Map<String, Object>) map;
          found.add(new JsonLd(update, byId));
        }
      }
    }
    return found;
  }

  /** The first string of a field; of an object its name or address; null if there is none. */
  @Nullable String string(String field) {
    List<String> all = strings(fields.get(field));
    return all.isEmpty() || all.get(0).isBlank() ? null : all.get(0).strip();
  }

  /** All strings of a field; of objects their names. */
  List<String> strings(String field) {
    return strings(fields.get(field));
  }

  private List<String> strings(@Nullable Object value) {
    List<String> found = new ArrayList<>();
    if (value instanceof String string) {
      found.add(string);
    } else if (value instanceof List<?> list) {
      for (Object item : list) {
        found.addAll(one(item));
      }
    } else {
      found.addAll(one(value));
    }
    return found;
  }

  private List<String> one(@Nullable Object value) {
    if (value instanceof String string) {
      return List.of(string);
    }
    if (!(value instanceof Map<?, ?> map)) {
      return List.of();
    }
    Map<?, ?> object = map;
    if (object.get("@id") instanceof String id
        && !object.containsKey("name")
        && byId.containsKey(id)) {
      object = byId.getOrDefault(id, Map.of());
    }
    for (String key : new String[] {"name", "@value", "url", "@id"}) {
      Object named = object.get(key);
      if (named instanceof List<?> list) {
        List<String> all = new ArrayList<>();
        for (Object item : list) {
          if (item instanceof String string) {
            all.add(string);
          }
        }
        return all;
      }
      if (named instanceof String string) {
        return List.of(string);
      }
    }
    return List.of();
  }
}
