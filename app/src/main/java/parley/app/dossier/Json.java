package parley.app.dossier;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;

/** JSON trees: how entries travel between store, server and exports. */
public final class Json {

  private static final ObjectMapper PLAIN = mapper(false);
  private static final ObjectMapper ESCAPED = mapper(true);

  private Json() {}

  private static ObjectMapper mapper(boolean escaped) {
    return new ObjectMapper(
        JsonFactory.builder()
            .streamReadConstraints(
                StreamReadConstraints.builder().maxStringLength(Integer.MAX_VALUE).build())
            // The same digits as RecordJson writes.
            .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
            .configure(JsonWriteFeature.ESCAPE_NON_ASCII, escaped)
            .build());
  }

  public static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  public static ArrayNode array() {
    return JsonNodeFactory.instance.arrayNode();
  }

  /**
   * @throws JsonProcessingException if it is not JSON
   */
  public static JsonNode parse(String json) throws JsonProcessingException {
    return PLAIN.readTree(json);
  }

  /** Reads what this program wrote itself. */
  public static ObjectNode own(String json) {
    try {
      return (ObjectNode) PLAIN.readTree(json);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException("a stored object is not JSON: run parley check", e);
    }
  }

  /** One line. Text that UTF-8 cannot hold (unpaired surrogates) is escaped. */
  public static String write(JsonNode node) {
    try {
      String plain = PLAIN.writeValueAsString(node);
      return isWellFormed(plain) ? plain : ESCAPED.writeValueAsString(node);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException("a tree can always be written", e);
    }
  }

  private static boolean isWellFormed(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isSurrogate(c)) {
        if (Character.isLowSurrogate(c)
            || i + 1 == text.length()
            || !Character.isLowSurrogate(text.charAt(i + 1))) {
          return false;
        }
        i++;
      } else if (c == 0x85 || c == 0x2028 || c == 0x2029) {
        return false;
      }
    }
    return true;
  }
}
