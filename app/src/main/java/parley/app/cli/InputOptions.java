package parley.app.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import parley.ingest.Settings;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** How inputs are read, and what becomes of those that fail. */
final class InputOptions {

  /** Which column holds what. */
  record Mapping(Map<String, String> columns) {}

  @Option(
      names = "--map",
      paramLabel = "FIELD=COLUMN,…",
      description = {
        "Which column of a table, or field of JSON, holds what: title=Headline,text=Lead+Body; or"
            + " an export's name: factiva, guardian, mediacloud, nexis, proquest, … Fields: title,"
            + " text, published, modified, url, source, authors, language, section, summary,"
            + " agency."
      },
      converter = MappingConverter.class)
  private List<Mapping> maps = new ArrayList<>();

  @Option(
      names = "--failed",
      paramLabel = "FILE",
      description = "Write what could not be read, and why, to this file (JSON Lines).")
  @Nullable Path failed;

  @Option(
      names = "--again",
      paramLabel = "FILE",
      description = "Try again what a file written by --failed names.")
  @Nullable Path again;

  @Mixin final WebOptions web = new WebOptions();

  Settings settings(Settings base) {
    Map<String, String> columns = new LinkedHashMap<>(base.columns());
    maps.forEach(map -> columns.putAll(map.columns()));
    return base.withColumns(columns).asOf(Clock.systemUTC());
  }

  /** Reads a mapping as {@link Settings#withColumns(String)} does. */
  static final class MappingConverter implements ITypeConverter<Mapping> {
    @Override
    public Mapping convert(String value) {
      try {
        return new Mapping(Settings.DEFAULT.withColumns(value).columns());
      } catch (IllegalArgumentException e) {
        throw new TypeConversionException(String.valueOf(e.getMessage()));
      }
    }
  }
}
