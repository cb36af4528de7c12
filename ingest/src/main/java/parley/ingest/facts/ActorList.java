package parley.ingest.facts;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.BufferedReader;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;
import parley.world.ActorFile;

/**
 * A user's list of known actors with their Wikidata ids: a table by tabs (name, aliases with "|"
 * between, kind, id) or JSON Lines ({@code {"name", "aliases", "kind", "id"}}).
 */
public final class ActorList {

  private static final Set<String> COLLECTIVES =
      Set.of("group", "organization", "organisation", "state", "place");

  /** Bad lines that are told one by one. */
  private static final int TOLD = 5;

  private static final JsonFactory JSON = new JsonFactory();

  private ActorList() {}

  /** A line that names no actor. */
  private static final class BadLineException extends Exception {
    private static final long serialVersionUID = 1;

    BadLineException(String what) {
      super(what);
    }
  }

  /**
   * Reads a list.
   *
   * @param told hears of lines that are left out
   * @throws IOException if it cannot be read or names nobody; the message says so to the user
   */
  public static ActorFile open(Path file, Consumer<String> told) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new IOException(file + ": is no file; check the name");
    }
    List<ActorFile.Entry> entries = new ArrayList<>();
    CRC32 check = new CRC32();
    int number = 0;
    int bad = 0;
    try (BufferedReader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        number++;
        check.update((line + "\n").getBytes(StandardCharsets.UTF_8));
        String plain = number == 1 && line.startsWith("\uFEFF") ? line.substring(1) : line;
        if (plain.isBlank() || plain.charAt(0) == '#' || number == 1 && isHead(plain)) {
          continue;
        }
        try {
          entries.add(plain.charAt(0) == '{' ? object(plain) : row(plain));
        } catch (BadLineException e) {
          bad++;
          if (bad <= TOLD) {
            told.accept(file + ":" + number + ": " + e.getMessage() + "; it is left out");
          }
        }
      }
    } catch (CharacterCodingException | CharConversionException e) {
      throw new IOException(file + ": is not UTF-8; save it as UTF-8", e);
    }
    if (bad > TOLD) {
      told.accept(file + ": " + bad + " lines of " + number + " are left out");
    }
    if (entries.isEmpty()) {
      throw new IOException(
          file + ": names no actor; give lines of name, aliases, kind and id with tabs between");
    }
    return ActorFile.of(entries, Long.toHexString(check.getValue()));
  }

  private static boolean isHead(String line) {
    String[] columns = line.split("\t", -1);
    return columns[0].strip().equalsIgnoreCase("name") && columns.length > 1;
  }

  private static ActorFile.Entry row(String line) throws BadLineException {
    String[] columns = line.split("\t", -1);
    if (columns.length < 4) {
      throw new BadLineException(
          "has " + columns.length + " of the columns name, aliases, kind, id (with tabs between)");
    }
    return entry(columns[0], List.of(columns[1].split("\\|", -1)), columns[2], columns[3]);
  }

  private static ActorFile.Entry object(String line) throws BadLineException {
    Map<String, String> fields = new HashMap<>();
    List<String> aliases = new ArrayList<>();
    try (JsonParser parser = JSON.createParser(line)) {
      parser.nextToken();
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String field = parser.currentName();
        boolean list = parser.nextToken() == JsonToken.START_ARRAY;
        boolean names = field.equals("aliases") || field.equals("alias");
        if (!list && names) {
          aliases.addAll(List.of(parser.getText().split("\\|", -1)));
        } else if (list && names) {
          while (parser.nextToken() != JsonToken.END_ARRAY && parser.currentToken() != null) {
            aliases.add(parser.getText());
          }
        } else {
          fields.put(field, parser.getText());
          parser.skipChildren();
        }
      }
    } catch (JsonProcessingException e) {
      throw new BadLineException("is no JSON: " + e.getOriginalMessage());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return entry(
        fields.getOrDefault("name", ""),
        aliases,
        fields.getOrDefault("kind", ""),
        fields.getOrDefault("id", ""));
  }

  private static ActorFile.Entry entry(String name, List<String> aliases, String kind, String id)
      throws BadLineException {
    if (name.isBlank()) {
      throw new BadLineException("has no name");
    }
    String plain = id.strip();
    String wikidata = plain.substring(plain.lastIndexOf('/') + 1);
    if (!wikidata.matches("Q[1-9][0-9]{0,17}")) {
      throw new BadLineException("'" + plain + "' is no Wikidata id such as Q2831");
    }
    return new ActorFile.Entry(
        name.strip(),
        aliases.stream().map(String::strip).filter(alias -> !alias.isEmpty()).toList(),
        person(kind.strip().toLowerCase(Locale.ROOT)),
        wikidata);
  }

  private static @Nullable Boolean person(String kind) throws BadLineException {
    if (kind.isEmpty()) {
      return null;
    }
    if (kind.equals("person")) {
      return true;
    }
    if (COLLECTIVES.contains(kind)) {
      return false;
    }
    throw new BadLineException(
        "kind '" + kind + "' is none of person, group, organization, state, place");
  }
}
