package parley.app.dossier;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/**
 * A record's JSON as the store keeps it: deflated, with a dictionary of the form's own words so
 * that short records shrink too. The first byte tells the version of the dictionary.
 */
final class Packed {

  private static final byte VERSION = 1;

  private static final byte[] WORDS =
      ("{\"report\":{\"id\":\"\",\"url\":\"https://www.\",\"source\":\"\",\"title\":\"\",\"published\":"
              + "\"2024-01-01T00:00Z\",\"language\":\"en\",\"authors\":[\"\"],\"agency\":\"Reuters\","
              + "\"foundIn\":{\"published\":\"given\",\"title\":\"headline\"},\"text\":\"\",\"parts\":["
              + "{\"role\":\"headline\",\"begin\":0,\"end\":1},{\"role\":\"body\",\"begin\":},{\"role\":\"boilerplate\",\"begin\":}]},\"reader\":\"parley-0.1.0"
              + " \",\"actors\":[{"
              + "\"id\":\"a1\",\"name\":\"\",\"kind\":\"organization\",\"named\":false,\"roles\":[],"
              + "\"kind\":\"group\",\"named\":true,\"roles\":[\"President\"],\"side\":\"a2\",\"facts\":"
              + "[{\"kind\":\"role\",\"value\":\"\",\"s\":[12,8]}],\"mentions\":["
              + "{\"s\":[12,8],\"form\":\"pronoun\"},{\"begin\":1,\"end\":2,"
              + "\"text\":\"\",\"form\":\"nominal\"},\"form\":\"name\"}]}],\"statements\":[{\"id\":\"s1\","
              + "\"kind\":\"indirect\",\"mode\":\"said\",\"speaker\":\"a1\",\"source\":[{\"begin\":1,"
              + "\"end\":2,\"text\":\"\"}],\"cue\":[{\"s\":[12,8]}],"
              + "\"content\":[{\"s\":[12,8]}],\"part\":\"body\",\"negated\":false,"
              + "\"hypothetical\":false,\"confidence\":0.9,\"provenance\":{\"rule\":\"statement.\","
              + "\"reasons\":[\"\"]}}],\"events\":[{\"id\":\"e1\",\"type\":\"ASSAULT\",\"mode\":\"\","
              + "\"cue\":[{\"s\":[12,8]}],\"actors\":[\"a1\"],\"targets\":[\"a2\"],"
              + "\"place\":\"a1\",\"time\":\"t1\",\"status\":\"asserted\",\"attributedTo\":\"s1\","
              + "\"confidence\":0.8,\"provenance\":{\"rule\":\"event.\"}}],\"incidents\":[],"
              + "\"positions\":[{\"id\":\"p1\",\"party\":\"a1\",\"stance\":\"DEMAND\",\"issue\":"
              + "\"ceasefire\",\"cue\":[{\"s\":[12,8]}],\"content\":[{\"begin\":1,"
              + "\"end\":2,\"text\":\"\"}],\"statement\":\"s1\",\"expressedBy\":\"a1\",\"confidence\":0.7,"
              + "\"provenance\":{\"rule\":\"position.\"}}],\"times\":[{\"id\":\"t1\",\"begin\":1,\"end\":2,"
              + "\"text\":\"\",\"type\":\"DATE\",\"value\":\"2024-\"}]}")
          .getBytes(StandardCharsets.UTF_8);

  private Packed() {}

  static byte[] record(ObjectNode folded) {
    return pack(Json.write(folded));
  }

  static ObjectNode record(byte[] packed) throws DossierException {
    return Json.own(unpack(packed));
  }

  /** A text may hold what UTF-8 cannot; it is kept as JSON writes it. */
  static byte[] text(String text) {
    return pack(Json.write(TextNode.valueOf(text)));
  }

  static String text(byte[] packed) throws DossierException {
    try {
      return Json.parse(unpack(packed)).asText();
    } catch (JsonProcessingException e) {
      throw new DossierException("a stored text is damaged: run parley check", e);
    }
  }

  private static byte[] pack(String json) {
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
    try {
      deflater.setDictionary(WORDS);
      deflater.setInput(bytes);
      deflater.finish();
      ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length / 4 + 64);
      out.write(VERSION);
      byte[] buffer = new byte[8192];
      while (!deflater.finished()) {
        out.write(buffer, 0, deflater.deflate(buffer));
      }
      return out.toByteArray();
    } finally {
      deflater.end();
    }
  }

  /**
   * @throws DossierException if the bytes are damaged
   */
  private static String unpack(byte[] packed) throws DossierException {
    if (packed.length == 0 || packed[0] != VERSION) {
      throw new DossierException("a stored record is damaged or of a newer Parley");
    }
    Inflater inflater = new Inflater(true);
    try {
      inflater.setDictionary(WORDS);
      inflater.setInput(packed, 1, packed.length - 1);
      ByteArrayOutputStream out = new ByteArrayOutputStream(packed.length * 5);
      byte[] buffer = new byte[16_384];
      while (!inflater.finished()) {
        int n = inflater.inflate(buffer);
        if (n == 0 && (inflater.needsInput() || inflater.needsDictionary())) {
          throw new DossierException("a stored record is cut short: run parley check");
        }
        out.write(buffer, 0, n);
      }
      return out.toString(StandardCharsets.UTF_8);
    } catch (DataFormatException e) {
      throw new DossierException("a stored record is damaged: run parley check", e);
    } finally {
      inflater.end();
    }
  }
}
