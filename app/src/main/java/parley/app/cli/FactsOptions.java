package parley.app.cli;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import parley.app.dossier.Dossier;
import parley.app.dossier.DossierException;
import parley.extract.Reader;
import parley.ingest.facts.ActorList;
import parley.ingest.facts.GazetteerFile;
import parley.world.ActorFile;
import parley.world.Gazetteer;
import picocli.CommandLine.Option;

/** Files of facts of the user's own that reports are read with. */
final class FactsOptions {

  /** In place of a file: go without. */
  private static final String NONE = "none";

  @Option(
      names = "--gazetteer",
      paramLabel = "FILE",
      description = {
        "Places from a GeoNames dump (allCountries, cities500; text or zip). A name that it knows"
            + " is looked up there alone, any other among the places that come with Parley. A"
            + " dossier remembers the file; 'none' forgets it."
      })
  private @Nullable String gazetteer;

  @Option(
      names = "--register",
      paramLabel = "FILE",
      description = {
        "Known actors with their Wikidata ids: lines of name, aliases (with | between), kind and id"
            + " with tabs between, or JSON Lines. A dossier remembers the file; 'none' forgets it."
      })
  private @Nullable String register;

  boolean isGiven() {
    return gazetteer != null || register != null;
  }

  /**
   * The reader with the files that are given, or null if one cannot be used, which is then told.
   */
  @Nullable Reader with(Reader reader, Console console) {
    try {
      return with(reader, gazetteer, register, console);
    } catch (IOException e) {
      console.complain("parley: " + e.getMessage());
      return null;
    }
  }

  /**
   * The reader with the files that are given, else with those that the dossier remembers; it
   * remembers the ones given.
   *
   * @throws DossierException if one cannot be used
   */
  Reader with(Reader reader, Dossier dossier, Console console) throws IOException {
    String places = gazetteer == null ? dossier.file(Dossier.FactsFile.GAZETTEER) : gazetteer;
    String actors = register == null ? dossier.file(Dossier.FactsFile.REGISTER) : register;
    Reader with;
    try {
      with = with(reader, places, actors, console);
    } catch (IOException e) {
      throw new DossierException(
          e.getMessage()
              + " (the dossier is read with it; --gazetteer and --register name another)",
          e);
    }
    remember(dossier, Dossier.FactsFile.GAZETTEER, gazetteer);
    remember(dossier, Dossier.FactsFile.REGISTER, register);
    return with;
  }

  private static void remember(Dossier dossier, Dossier.FactsFile which, @Nullable String given)
      throws IOException {
    if (given != null) {
      dossier.useFile(which, isNone(given) ? null : Path.of(given).toAbsolutePath().toString());
    }
  }

  private static Reader with(
      Reader reader, @Nullable String places, @Nullable String actors, Console console)
      throws IOException {
    Gazetteer own =
        places == null || isNone(places)
            ? null
            : GazetteerFile.open(path(places), cache(console), console::complain);
    ActorFile known =
        actors == null || isNone(actors)
            ? ActorFile.NONE
            : ActorList.open(path(actors), console::complain);
    return reader.with(own, known);
  }

  private static boolean isNone(String file) {
    return file.equals(NONE);
  }

  private static Path path(String file) throws IOException {
    try {
      return Path.of(file);
    } catch (InvalidPathException e) {
      throw new IOException(file + ": is no name of a file", e);
    }
  }

  /** Where indexes are kept that can be made again. */
  private static Path cache(Console console) {
    String base = console.variable("XDG_CACHE_HOME");
    return base == null || base.isBlank()
        ? Path.of(System.getProperty("user.home", "."), ".cache", "parley")
        : Path.of(base, "parley");
  }
}
