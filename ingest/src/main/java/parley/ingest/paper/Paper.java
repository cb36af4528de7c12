package parley.ingest.paper;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.jspecify.annotations.Nullable;

/**
 * Reads a PDF's text in the order in which a person reads it.
 *
 * <ol>
 *   <li>letters are put together to lines, lines to columns;
 *   <li>lines that stand at the top or foot of most pages are left out;
 *   <li>lines become paragraphs, words broken at a line's end are joined.
 * </ol>
 */
public final class Paper {

  /** Pages that are read; a longer file is cut there and says so. */
  private static final int MOST_PAGES = 2000;

  private static final int MOST_CHARACTERS = 20_000_000;

  /** A PDF that cannot be read; the message says why. */
  public static final class UnreadableException extends Exception {
    private static final long serialVersionUID = 1L;

    UnreadableException(String what) {
      super(what);
    }
  }

  /**
   * What a PDF holds.
   *
   * @param text paragraphs, with an empty line between two
   * @param title as the file states it, null if it does not
   * @param created ISO date on which the file was made, null if not stated
   * @param cut whether the file is so long that its end was not read
   */
  public record Content(
      String text, @Nullable String title, @Nullable String created, boolean cut) {}

  private Paper() {}

  /**
   * Reads a file's bytes.
   *
   * @throws UnreadableException if it is locked, broken, or holds pictures of text only
   */
  public static Content read(byte[] bytes) throws UnreadableException {
    try (PDDocument document = Loader.loadPDF(bytes)) {
      Lines lines = new Lines();
      int pages = Math.min(document.getNumberOfPages(), MOST_PAGES);
      List<List<Lines.Line>> all = new ArrayList<>();
      int size = 0;
      for (int page = 1; page <= pages && size < MOST_CHARACTERS; page++) {
        List<Lines.Line> found = lines.of(document, page);
        all.add(found);
        for (Lines.Line line : found) {
          size += line.text().length();
        }
      }
      String text = paragraphs(withoutRunningLines(all));
      if (text.isBlank()) {
        throw new UnreadableException(
            isWhole(bytes)
                ? "holds no text, only pictures of pages"
                : "is cut off before its text");
      }
      Calendar created = document.getDocumentInformation().getCreationDate();
      String title = document.getDocumentInformation().getTitle();
      return new Content(
          text,
          title == null || title.isBlank() ? null : title.strip(),
          created == null ? null : String.format(Locale.ROOT, "%tF", created),
          all.size() < document.getNumberOfPages());
    } catch (InvalidPasswordException e) {
      throw new UnreadableException("is locked with a password");
    } catch (IOException | RuntimeException | StackOverflowError e) {
      // The library throws all kinds of exceptions on files that were made to break it.
      throw new UnreadableException("is a broken PDF: " + reason(e));
    }
  }

  /** Whether the mark of a PDF's end stands near its end. */
  private static boolean isWhole(byte[] bytes) {
    int from = Math.max(0, bytes.length - 2048);
    return new String(bytes, from, bytes.length - from, StandardCharsets.ISO_8859_1)
        .contains("%%EOF");
  }

  private static String reason(Throwable e) {
    String message = e.getMessage();
    return message == null ? e.getClass().getSimpleName() : message.lines().findFirst().orElse("");
  }

  /** Pages without the heads and feet that most of them share; digits count as one. */
  private static List<Lines.Line> withoutRunningLines(List<List<Lines.Line>> pages) {
    Map<String, Integer> seen = new HashMap<>();
    for (List<Lines.Line> page : pages) {
      for (int i = 0; i < page.size(); i++) {
        if (i < 2 || i >= page.size() - 2) {
          seen.merge(shape(page.get(i).text()), 1, Integer::sum);
        }
      }
    }
    List<Lines.Line> kept = new ArrayList<>();
    for (List<Lines.Line> page : pages) {
      for (int i = 0; i < page.size(); i++) {
        Lines.Line line = page.get(i);
        boolean edge = i < 2 || i >= page.size() - 2;
        String shape = shape(line.text());
        boolean running =
            edge && pages.size() > 1 && seen.getOrDefault(shape, 0) > Math.max(1, pages.size() / 2);
        boolean number = edge && shape.matches("(?:page |p |seite )?#(?: (?:of|/|von) #)?");
        if (!running && !number) {
          kept.add(line);
        }
      }
    }
    return kept;
  }

  private static String shape(String line) {
    return line.toLowerCase(Locale.ROOT)
        .replaceAll("\\d+", "#")
        .replaceAll("[^\\p{L}#/]+", " ")
        .strip();
  }

  private static String paragraphs(List<Lines.Line> lines) {
    StringBuilder out = new StringBuilder();
    Lines.Line before = null;
    for (Lines.Line line : lines) {
      if (before == null) {
        out.append(line.text());
      } else if (line.begins(before)) {
        out.append("\n\n").append(line.text());
      } else if (broken(out, line.text())) {
        out.setLength(out.length() - 1);
        out.append(line.text());
      } else {
        out.append(' ').append(line.text());
      }
      before = line;
    }
    return out.toString();
  }

  /** Whether a word is broken by a hyphen: small letters on both sides. */
  private static boolean broken(CharSequence before, String after) {
    int n = before.length();
    if (n < 2 || after.isEmpty()) {
      return false;
    }
    char last = before.charAt(n - 1);
    return (last == '-' || last == '\u00ad' || last == '\u2010')
        && Character.isLowerCase(before.charAt(n - 2))
        && Character.isLowerCase(after.charAt(0));
  }
}
