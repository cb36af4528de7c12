package parley.ingest;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The files that a caller's names stand for: a file, all files of a directory in the order of their
 * names, all that a pattern fits ({@code news/**}{@code /*.html}). Links to directories are not
 * followed, so that loops end; files whose name begins with a full stop are left.
 */
public final class Inputs {

  private Inputs() {}

  /**
   * A file to be read.
   *
   * @param bytes its length, 0 if that is not known
   */
  public record Input(Path path, long bytes) {}

  /**
   * The files of one name.
   *
   * @param to hears what cannot be listed
   */
  public static List<Input> of(String name, Consumer<Outcome.Problem> to) {
    Path path;
    try {
      path = Path.of(name);
    } catch (InvalidPathException e) {
      if (isPattern(name)) {
        return matching(name, to);
      }
      to.accept(
          Ingest.problem(name, null, "is not a name that this system can open", "check the name"));
      return List.of();
    }
    if (Files.isDirectory(path)) {
      return within(path, file -> true, to);
    }
    if (isPattern(name) && !Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
      return matching(name, to);
    }
    return List.of(new Input(path, bytes(path)));
  }

  /** Why a file cannot be opened, in words. */
  public static Outcome.Problem cannotOpen(String file, IOException e) {
    return e instanceof NoSuchFileException
        ? Ingest.problem(file, null, "does not exist", "check the name")
        : Ingest.problem(
            file, null, "cannot be opened: " + Ingest.reason(e), "check the file's permissions");
  }

  private static boolean isPattern(String name) {
    return name.indexOf('*') >= 0 || name.indexOf('?') >= 0 || name.indexOf('[') >= 0;
  }

  private static long bytes(Path path) {
    try {
      return Files.isRegularFile(path) ? Files.size(path) : 0;
    } catch (IOException noLength) {
      return 0;
    }
  }

  private static List<Input> matching(String pattern, Consumer<Outcome.Problem> to) {
    int first = pattern.length();
    for (char c : new char[] {'*', '?', '[', '{'}) {
      int at = pattern.indexOf(c);
      first = at >= 0 ? Math.min(first, at) : first;
    }
    int slash = pattern.lastIndexOf('/', first);
    String base = slash < 0 ? "" : slash == 0 ? "/" : pattern.substring(0, slash);
    Path from = Path.of(base);
    PathMatcher matcher;
    try {
      matcher = FileSystems.getDefault().getPathMatcher("glob:" + pattern);
    } catch (IllegalArgumentException e) {
      to.accept(Ingest.problem(pattern, null, "is no pattern", "check its brackets"));
      return List.of();
    }
    List<Input> found =
        Files.isDirectory(from) ? within(from, matcher::matches, problem -> {}) : List.of();
    if (found.isEmpty()) {
      to.accept(Ingest.problem(pattern, null, "fits no file", "check the pattern"));
    }
    return found;
  }

  private static List<Input> within(
      Path directory, Predicate<Path> wanted, Consumer<Outcome.Problem> to) {
    List<Input> files = new ArrayList<>();
    int[] problems = new int[1];
    Consumer<Outcome.Problem> counted =
        problem -> {
          problems[0]++;
          to.accept(problem);
        };
    try {
      Files.walkFileTree(
          directory,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path sub, BasicFileAttributes attributes) {
              boolean hidden =
                  !sub.equals(directory) && String.valueOf(sub.getFileName()).startsWith(".");
              return hidden ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
              if (!String.valueOf(file.getFileName()).startsWith(".") && wanted.test(file)) {
                if (Files.isRegularFile(file)) {
                  files.add(new Input(file, bytes(file)));
                } else if (attributes.isSymbolicLink() && !Files.exists(file)) {
                  counted.accept(
                      Ingest.problem(
                          file.toString(), null, "is a link that leads nowhere", "mend the link"));
                }
              }
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) {
              counted.accept(
                  Ingest.problem(
                      file.toString(),
                      null,
                      "cannot be opened: " + Ingest.reason(e),
                      "check its permissions"));
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path sub, @Nullable IOException e) {
              if (e != null) {
                counted.accept(
                    Ingest.problem(
                        sub.toString(),
                        null,
                        "cannot be listed to its end: " + Ingest.reason(e),
                        "check its permissions"));
              }
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      counted.accept(
          Ingest.problem(
              directory.toString(),
              null,
              "cannot be listed: " + Ingest.reason(e),
              "check its permissions"));
    }
    files.sort(Comparator.comparing(Input::path));
    if (files.isEmpty() && problems[0] == 0) {
      counted.accept(
          Ingest.problem(
              directory.toString(),
              null,
              "is a directory without files",
              "name one with reports in it"));
    }
    return files;
  }
}
