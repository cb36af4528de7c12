package parley.ingest;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import parley.ingest.archive.Archive;
import parley.ingest.charset.Decoded;

/**
 * Reads whatever people have into reports.
 *
 * <ol>
 *   <li>the kind of a document is found by its content, never by its name;
 *   <li>archives are opened member by member;
 *   <li>bytes become characters: strict UTF-8, else the encoding that is detected;
 *   <li>the reader of that kind makes reports;
 *   <li>each report, and each thing that could not be read, is handed to the caller at once, in
 *       document order, so that memory is bounded by the largest single document.
 * </ol>
 *
 * <p>A failure is an {@link Outcome.Problem}, never an exception. Safe for use by many threads.
 */
public final class Ingest {

  /** Bytes by which the kind of a document is told. */
  private static final int HEAD = 1 << 13;

  /** Bytes by which the encoding of a long stream is told. */
  private static final int BUFFER = 1 << 16;

  /** Archives in archives are opened so deep; WACZ needs two. */
  private static final int DEEPEST = 3;

  private final Settings settings;
  private final Documents documents;

  public Ingest(Settings settings) {
    this.settings = settings;
    this.documents = new Documents(settings);
  }

  /** Reads a file, or all files of a directory ({@link Inputs}). */
  public void read(Path path, Consumer<Outcome> to) {
    for (Inputs.Input input : Inputs.of(path.toString(), to::accept)) {
      file(input.path(), to);
    }
  }

  /** Reads a stream to its end; the caller closes it. */
  public void read(String file, InputStream in, Consumer<Outcome> to) {
    read(file, null, null, in, 0, to);
  }

  /**
   * Reads a stream to its end; the caller closes it.
   *
   * @param url where the document was fetched from
   */
  public void read(String file, String url, InputStream in, Consumer<Outcome> to) {
    read(file, null, url, in, 0, to);
  }

  /** Reads bytes in memory. */
  public List<Outcome> read(String file, byte[] bytes) {
    List<Outcome> found = new ArrayList<>();
    read(file, new ByteArrayInputStream(bytes), found::add);
    return found;
  }

  private void file(Path path, Consumer<Outcome> to) {
    String file = path.toString();
    try (InputStream in = Files.newInputStream(path)) {
      read(file, in, to);
    } catch (IOException e) {
      to.accept(Inputs.cannotOpen(file, e));
    }
  }

  private void read(
      String file,
      @Nullable String place,
      @Nullable String url,
      InputStream stream,
      int depth,
      Consumer<Outcome> to) {
    BufferedInputStream in = new BufferedInputStream(stream, BUFFER);
    try {
      in.mark(BUFFER);
      byte[] head = in.readNBytes(HEAD);
      in.reset();
      Archive.Kind archive = Archive.kind(head);
      if (archive == null) {
        document(file, place, url, in, Kind.of(head, settings.columns()), to);
      } else if (archive == Archive.Kind.ZIP && Office.begins(Archive.firstEntry(head))) {
        office(file, place, url, in, depth, to);
      } else {
        unpack(archive, file, place, url, in, depth, to);
      }
    } catch (IOException e) {
      to.accept(
          problem(file, place, "cannot be read: " + reason(e), "check the file or its medium"));
    }
  }

  private void document(
      String file,
      @Nullable String place,
      @Nullable String url,
      InputStream in,
      Kind kind,
      Consumer<Outcome> to)
      throws IOException {
    if (kind.isManyReports()) {
      documents.stream(kind, file, place, Decoded.stream(in, BUFFER), to);
      return;
    }
    byte[] bytes = in.readNBytes(settings.maxDocument() + 1);
    if (bytes.length > settings.maxDocument()) {
      to.accept(
          problem(
              file,
              place,
              "is larger than " + (settings.maxDocument() >> 20) + " MiB",
              "split it into its reports"));
    } else {
      documents.read(kind, file, place, url, bytes, to);
    }
  }

  private void office(
      String file,
      @Nullable String place,
      @Nullable String url,
      InputStream in,
      int depth,
      Consumer<Outcome> to)
      throws IOException {
    byte[] bytes = in.readNBytes(settings.maxDocument() + 1);
    String text = bytes.length > settings.maxDocument() ? null : Office.text(bytes);
    String other = text == null ? Office.other(bytes) : null;
    if (text != null) {
      documents.text(file, place, text, to);
    } else if (other != null) {
      to.accept(problem(file, place, "is " + other, "save it as CSV or as text"));
    } else {
      InputStream all = new SequenceInputStream(new ByteArrayInputStream(bytes), in);
      unpack(Archive.Kind.ZIP, file, place, url, all, depth, to);
    }
  }

  private void unpack(
      Archive.Kind kind,
      String file,
      @Nullable String place,
      @Nullable String url,
      InputStream in,
      int depth,
      Consumer<Outcome> to)
      throws IOException {
    if (depth == DEEPEST) {
      to.accept(problem(file, place, "is packed " + DEEPEST + " times over", "unpack it"));
      return;
    }
    new Archive(settings.maxDocument()).read(kind, in, members(file, place, url, depth, to));
  }

  private Archive.Members members(
      String file, @Nullable String place, @Nullable String url, int depth, Consumer<Outcome> to) {
    return new Archive.Members() {
      @Override
      public void member(String name, @Nullable String address, byte[] bytes) {
        if (depth > 0 || place != null || !isIndex(name)) {
          read(
              file,
              within(name),
              address == null ? url : address,
              new ByteArrayInputStream(bytes),
              depth + 1,
              to);
        }
      }

      @Override
      public void member(String name, InputStream in) {
        if (depth > 0 || place != null || !isIndex(name)) {
          read(file, within(name), url, in, depth + 1, to);
        }
      }

      @Override
      public void damaged(String name, String what) {
        String rest = name.isEmpty() ? "" : "the rest is read; ";
        String mend =
            what.contains("password")
                ? rest + "unpack it with the password"
                : what.contains("zstd")
                    ? rest + "unpack it with zstd -d"
                    : what.contains("not unpacked here")
                        ? rest + "unpack it"
                        : "the rest is read; get it from its source again";
        to.accept(problem(file, within(name), what, mend));
      }

      private @Nullable String within(String name) {
        return name.isEmpty() ? place : place == null ? name : place + ", " + name;
      }
    };
  }

  /** What a WACZ holds beside its WARC files, an EPUB beside its pages. */
  private static boolean isIndex(String name) {
    return name.endsWith(".cdx.gz")
        || name.endsWith(".cdx")
        || name.endsWith(".cdxj")
        || name.endsWith(".idx")
        || name.endsWith("datapackage.json")
        || name.endsWith("datapackage-digest.json")
        || name.endsWith("pages.jsonl")
        || name.endsWith("extraPages.jsonl")
        || name.equals("mimetype")
        || name.startsWith("META-INF/");
  }

  static Outcome.Problem problem(String file, @Nullable String place, String what, String mend) {
    return new Outcome.Problem(file, place, what, mend);
  }

  static String reason(IOException e) {
    String message = e.getMessage();
    return e instanceof java.nio.file.AccessDeniedException
        ? "permission denied"
        : message == null ? e.getClass().getSimpleName() : message;
  }
}
