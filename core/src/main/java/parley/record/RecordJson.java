package parley.record;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamWriteFeature;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * The JSON form of records: one object a record, on one line. {@code parley/record.schema.json}
 * (JSON Schema 2020-12) describes it.
 *
 * <ol>
 *   <li>All offsets are Unicode code points, but for the source side of {@code sourceMap}, which
 *       counts UTF-16 units of the page.
 *   <li>Values that are not known are left out; lists that a reader of the form will walk through
 *       are there even when empty.
 *   <li>{@code roles} and {@code toll} are summaries of {@code facts} and {@code tolls}; reading
 *       uses the latter.
 *   <li>An unpaired surrogate, which UTF-8 cannot hold, is written as its {@code \}{@code uXXXX}
 *       escape, and so are the line separators U+0085, U+2028 and U+2029, at which some programs
 *       break lines. Reading gives back the very characters.
 *   <li>Writing is deterministic: equal records give equal characters.
 * </ol>
 */
public final class RecordJson {

  private static final JsonFactory JSON =
      JsonFactory.builder()
          // The shortest digits that read back as the same number, whatever the Java version.
          .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
          .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
          .streamReadConstraints(
              StreamReadConstraints.builder().maxStringLength(Integer.MAX_VALUE).build())
          .build();

  private RecordJson() {}

  /**
   * The record as one line of JSON, without the line's end.
   *
   * @throws IllegalArgumentException if a span begins or ends inside a surrogate pair, or a number
   *     is not finite
   */
  public static String write(Record record) {
    StringWriter out = new StringWriter(record.report().text().length() * 2 + 1024);
    try {
      write(record, out);
    } catch (IOException e) {
      throw new UncheckedIOException("a string writer does not fail", e);
    }
    return out.toString();
  }

  /**
   * Writes the record as one line of JSON, without the line's end. The writer stays open.
   *
   * @throws IllegalArgumentException as {@link #write(Record)}
   */
  public static void write(Record record, Writer out) throws IOException {
    try (JsonGenerator json = JSON.createGenerator(out)) {
      new RecordWriter(json, record.report().text()).record(record);
    }
  }

  /**
   * Reads a record that {@link #write(Record)} wrote; fields that it does not know are passed over.
   *
   * @throws MalformedRecordException if it is not JSON, or not a record that holds
   */
  public static Record read(String json) throws MalformedRecordException {
    try {
      return read(new StringReader(json));
    } catch (MalformedRecordException e) {
      throw e;
    } catch (IOException e) {
      throw new UncheckedIOException("a string reader does not fail", e);
    }
  }

  /**
   * Reads one record; what follows it is left alone.
   *
   * @throws MalformedRecordException as {@link #read(String)}
   */
  public static Record read(Reader json) throws IOException {
    try (JsonParser parser = JSON.createParser(json)) {
      return RecordParser.record(JsonObject.parse(parser));
    }
  }

  /** The JSON Schema of the form, as shipped. */
  public static String schema() {
    try (InputStream in =
        Objects.requireNonNull(
            RecordJson.class.getResourceAsStream("/parley/record.schema.json"),
            "parley/record.schema.json is missing from the jar")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
