package parley.ingest;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/** The text of Word (docx), OpenDocument (odt) and RTF files, paragraph by paragraph. */
final class Office {

  private static final int LARGEST = 64 << 20;

  /** Entries that are looked at. */
  private static final int MOST_ENTRIES = 500;

  private Office() {}

  /** Whether a ZIP file whose first entry is this may be a docx or odt file. */
  static boolean begins(@Nullable String firstEntry) {
    return firstEntry != null
        && (firstEntry.equals("mimetype")
            || firstEntry.equals("[Content_Types].xml")
            || firstEntry.equals("content.xml")
            || firstEntry.startsWith("_rels/")
            || firstEntry.startsWith("docProps/")
            || firstEntry.startsWith("word/")
            || firstEntry.startsWith("xl/")
            || firstEntry.startsWith("ppt/")
            || firstEntry.startsWith("META-INF/"));
  }

  /** What is asked of an entry: an answer, or null to be asked of the next. */
  private interface Question {
    @Nullable String of(String name, ZipInputStream content) throws IOException;
  }

  /** The text of a docx or odt file; null if the ZIP file is neither. */
  static @Nullable String text(byte[] bytes) {
    return first(
        bytes,
        (name, content) ->
            name.equals("word/document.xml") || name.equals("content.xml")
                ? paragraphs(new String(content.readNBytes(LARGEST), StandardCharsets.UTF_8))
                : null);
  }

  /** What a ZIP file is that holds office's work but no running text; null if it is none. */
  static @Nullable String other(byte[] bytes) {
    return first(
        bytes,
        (name, content) ->
            name.startsWith("xl/")
                ? "a spreadsheet"
                : name.startsWith("ppt/") ? "a presentation" : null);
  }

  /** The first answer that an entry gives; null if none does. */
  private static @Nullable String first(byte[] bytes, Question question) {
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
      int n = 0;
      for (ZipEntry entry = zip.getNextEntry();
          entry != null && n < MOST_ENTRIES;
          entry = zip.getNextEntry()) {
        n++;
        String answer = question.of(entry.getName(), zip);
        if (answer != null) {
          return answer;
        }
      }
    } catch (IOException | IllegalArgumentException broken) {
      return null;
    }
    return null;
  }

  private static String paragraphs(String xml) {
    Document document = Parser.xmlParser().setMaxDepth(512).parseInput(xml, "");
    StringBuilder out = new StringBuilder();
    for (Element element : document.getAllElements()) {
      String tag = element.tagName();
      if (tag.equals("w:p") || tag.equals("text:p") || tag.equals("text:h")) {
        StringBuilder line = new StringBuilder();
        if (tag.equals("w:p")) {
          for (Element run : element.getAllElements()) {
            if (run.tagName().equals("w:t")) {
              line.append(run.wholeText());
            } else if (run.tagName().equals("w:tab") || run.tagName().equals("w:br")) {
              line.append(' ');
            }
          }
        } else {
          line.append(element.wholeText());
        }
        String words = line.toString().replaceAll("\\s+", " ").strip();
        if (!words.isEmpty()) {
          out.append(out.length() > 0 ? "\n\n" : "").append(words);
        }
      }
    }
    return out.toString();
  }

  /** The text of an RTF file: control words, groups of settings and pictures left out. */
  static String rtf(byte[] bytes) {
    String s = new String(bytes, StandardCharsets.ISO_8859_1);
    StringBuilder out = new StringBuilder();
    int depth = 0;
    int skipped = -1;
    for (int i = 0; i < s.length(); i++) {
      char c = s.charAt(i);
      if (c == '{') {
        depth++;
        if (skipped < 0
            && (s.startsWith("{\\*", i)
                || s.startsWith("{\\fonttbl", i)
                || s.startsWith("{\\colortbl", i)
                || s.startsWith("{\\stylesheet", i)
                || s.startsWith("{\\info", i)
                || s.startsWith("{\\pict", i)
                || s.startsWith("{\\header", i)
                || s.startsWith("{\\footer", i))) {
          skipped = depth;
        }
      } else if (c == '}') {
        if (skipped == depth) {
          skipped = -1;
        }
        depth--;
      } else if (c == '\\' && i + 1 < s.length()) {
        i = control(s, i + 1, skipped >= 0 ? null : out);
      } else if (skipped < 0 && c != '\r' && c != '\n') {
        out.append(c);
      }
    }
    return out.toString().strip();
  }

  /** Reads one control word or symbol; returns the index of its last character. */
  private static int control(String s, int at, @Nullable StringBuilder out) {
    char c = s.charAt(at);
    if (c == '\'' && at + 2 < s.length()) {
      int value =
          Character.digit(s.charAt(at + 1), 16) * 16 + Character.digit(s.charAt(at + 2), 16);
      if (out != null && value > 0) {
        out.append(
            new String(
                new byte[] {(byte) value}, java.nio.charset.Charset.forName("windows-1252")));
      }
      return at + 2;
    }
    if (!Character.isLetter(c)) {
      if (out != null && (c == '\\' || c == '{' || c == '}' || c == '~')) {
        out.append(c == '~' ? ' ' : c);
      }
      return at;
    }
    int end = at;
    while (end < s.length() && Character.isLetter(s.charAt(end)) && end - at < 40) {
      end++;
    }
    String word = s.substring(at, end);
    int digits = end;
    while (end < s.length()
        && (Character.isDigit(s.charAt(end)) || (end == digits && s.charAt(end) == '-'))
        && end - digits < 10) {
      end++;
    }
    if (out != null) {
      switch (word) {
        case "par", "sect", "page" -> out.append("\n\n");
        case "line", "tab" -> out.append(' ');
        case "emdash" -> out.append('\u2014');
        case "endash" -> out.append('\u2013');
        case "lquote" -> out.append('\u2018');
        case "rquote" -> out.append('\u2019');
        case "ldblquote" -> out.append('\u201c');
        case "rdblquote" -> out.append('\u201d');
        case "u" -> {
          String number = s.substring(digits, end);
          if (number.matches("-?\\d{1,5}")) {
            out.append((char) (Integer.parseInt(number) & 0xffff));
            if (end < s.length() && s.charAt(end) == ' ') {
              end++;
            }
            // One character follows for readers that know no Unicode.
            return end < s.length() && s.charAt(end) != '\\' ? end : end - 1;
          }
        }
        default -> {}
      }
    }
    return end < s.length() && s.charAt(end) == ' ' ? end : end - 1;
  }
}
