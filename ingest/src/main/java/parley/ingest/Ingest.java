package parley.ingest;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import parley.ingest.archive.Archive;

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

  /** Bytes by which an archive is told from a document. */
  private static final int HEAD = 16;

  private static final int BUFFER = 1 << 16;

  /** Archives in archives are opened so deep; WACZ needs two. */
  private static final int DEEPEST = 3;

  private final Settings settings;
  private final Documents documents;

  public Ingest(Settings settings) {
    this.settings = settings;
    this.documents = new Documents(settings);
  }

  /**
   * Reads a file, or all files of a directory in the order of their names. Links to directories are
   * not followed within a directory.
   */
  public void read(Path path, Consumer<Outcome> to) {
    if (Files.isDirectory(path)) {
      directory(path, to);
    } else {
      file(path, to);
    }
  }

  /** Reads a stream to its end; the caller closes it. */
  public void read(String file, InputStream in, Consumer<Outcome> to) {
    read(file, null, null, in, 0, to);
  }

  /** Reads bytes in memory. */
  public List<Outcome> read(String file, byte[] bytes) {
    List<Outcome> found = new ArrayList<>();
    read(file, new java.io.ByteArrayInputStream(bytes), found::add);
    return found;
  }

  private void directory(Path directory, Consumer<Outcome> to) {
    List<Path> files = new ArrayList<>();
    try {
      Files.walkFileTree(
          directory,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
              String name = String.valueOf(file.getFileName());
              if (!name.startsWith(".") && Files.isRegularFile(file)) {
                files.add(file);
              }
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) {
              to.accept(
                  problem(
                      file.toString(),
                      null,
                      "cannot be opened: " + reason(e),
                      "check its permissions"));
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      to.accept(
          problem(
              directory.toString(),
              null,
              "cannot be listed: " + reason(e),
              "check its permissions"));
    }
    files.sort(null);
    if (files.isEmpty()) {
      to.accept(
          problem(
              directory.toString(),
              null,
              "is a directory without files",
              "name one with reports in it"));
    }
    files.forEach(file -> file(file, to));
  }

  private void file(Path path, Consumer<Outcome> to) {
    String file = path.toString();
    try (InputStream in = Files.newInputStream(path)) {
      read(file, in, to);
    } catch (NoSuchFileException e) {
      to.accept(problem(file, null, "does not exist", "check the name"));
    } catch (IOException e) {
      to.accept(
          problem(file, null, "cannot be opened: " + reason(e), "check the file's permissions"));
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
      Archive.Kind kind = Archive.kind(head);
      if (kind == null) {
        byte[] bytes = in.readNBytes(settings.maxDocument() + 1);
        whole(file, place, url, bytes, to);
        return;
      }
      if (kind == Archive.Kind.ZIP) {
        in.mark(settings.maxDocument());
        byte[] bytes = in.readNBytes(settings.maxDocument());
        String text = bytes.length < settings.maxDocument() ? Office.text(bytes) : null;
        if (text != null) {
          documents.text(file, place, text, to);
          return;
        }
        in.reset();
      }
      if (depth == DEEPEST) {
        to.accept(problem(file, place, "is packed " + DEEPEST + " times over", "unpack it"));
        return;
      }
      new Archive(settings.maxDocument()).read(kind, in, members(file, place, url, depth, to));
    } catch (IOException e) {
      to.accept(
          problem(file, place, "cannot be read: " + reason(e), "check the file or its medium"));
    }
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
              new java.io.ByteArrayInputStream(bytes),
              depth + 1,
              to);
        }
      }

      @Override
      public void damaged(String name, String what) {
        to.accept(
            problem(file, within(name), what, "the rest is read; get it from its source again"));
      }

      private @Nullable String within(String name) {
        return name.isEmpty() ? place : place == null ? name : place + ", " + name;
      }
    };
  }

  /** What a WACZ holds beside its WARC files. */
  private static boolean isIndex(String name) {
    return name.endsWith(".cdx.gz")
        || name.endsWith(".cdx")
        || name.endsWith(".cdxj")
        || name.endsWith(".idx")
        || name.endsWith("datapackage.json")
        || name.endsWith("datapackage-digest.json")
        || name.endsWith("pages.jsonl")
        || name.endsWith("extraPages.jsonl");
  }

  private void whole(
      String file,
      @Nullable String place,
      @Nullable String url,
      byte[] bytes,
      Consumer<Outcome> to) {
    if (bytes.length > settings.maxDocument()) {
      to.accept(
          problem(
              file,
              place,
              "is larger than " + (settings.maxDocument() >> 20) + " MiB",
              "split it or raise the limit"));
      return;
    }
    documents.read(file, place, url, bytes, to);
  }

  static Outcome.Problem problem(String file, @Nullable String place, String what, String mend) {
    return new Outcome.Problem(file, place, what, mend);
  }

  private static String reason(IOException e) {
    String message = e.getMessage();
    return e instanceof java.nio.file.AccessDeniedException
        ? "permission denied"
        : message == null ? e.getClass().getSimpleName() : message;
  }
}
