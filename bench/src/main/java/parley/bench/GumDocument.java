package parley.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A document of a CoNLL-U file with entities in its last column, as GUM writes them.
 *
 * @param text sentences, paragraphs apart by an empty line
 */
record GumDocument(String id, String text, List<Word> words, List<Entity> entities) {

  /**
   * A token.
   *
   * @param head index in the document of the token that it depends on, -1 for a root
   */
  record Word(int begin, int end, String universalTag, int head) {}

  /** A mention of tokens {@code [first, last]} of an entity. */
  record Entity(String cluster, String type, int first, int last) {}

  /** The token of {@code [first, last]} whose governor lies outside; the last one if all lie in. */
  int head(int first, int last) {
    for (int i = first; i <= last; i++) {
      int head = words.get(i).head();
      if ((head < first || head > last) && !words.get(i).universalTag().equals("PUNCT")) {
        return i;
      }
    }
    return last;
  }

  /** The head of the tokens that a span of characters touches, -1 if there are none. */
  int headAt(int begin, int end) {
    int first = -1;
    int last = -1;
    for (int i = 0; i < words.size(); i++) {
      Word word = words.get(i);
      if (word.begin() < end && word.end() > begin) {
        first = first < 0 ? i : first;
        last = i;
      }
    }
    return first < 0 ? -1 : head(first, last);
  }

  /** All documents of the file. */
  static List<GumDocument> read(Path file) throws IOException {
    List<GumDocument> documents = new ArrayList<>();
    Maker maker = new Maker("");
    for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
      if (line.startsWith("# newdoc id = ")) {
        maker.finish(documents);
        maker = new Maker(line.substring("# newdoc id = ".length()));
      } else if (line.startsWith("# newpar")) {
        maker.paragraph();
      } else if (line.isEmpty()) {
        maker.sentence();
      } else if (!line.startsWith("#")) {
        maker.line(line.split("\t", -1));
      }
    }
    maker.finish(documents);
    return documents;
  }

  private static final class Maker {
    private final String id;
    private final StringBuilder text = new StringBuilder();
    private final List<Word> words = new ArrayList<>();
    private final List<Entity> entities = new ArrayList<>();
    private final Map<String, Deque<Object[]>> open = new HashMap<>();
    private int sentenceStart;
    private int rangeEnd;
    private int rangeAt;
    private boolean rangeSpace;

    Maker(String id) {
      this.id = id;
    }

    void paragraph() {
      while (text.length() > 0 && text.charAt(text.length() - 1) == ' ') {
        text.setLength(text.length() - 1);
      }
      if (text.length() > 0) {
        text.append("\n\n");
      }
    }

    void sentence() {
      sentenceStart = words.size();
      rangeEnd = 0;
    }

    void line(String[] f) {
      boolean space = !f[9].contains("SpaceAfter=No");
      if (f[0].indexOf('-') > 0) {
        rangeEnd = Integer.parseInt(f[0].substring(f[0].indexOf('-') + 1));
        rangeAt = text.length();
        rangeSpace = space;
        text.append(f[1]);
        return;
      }
      if (f[0].indexOf('.') > 0) {
        return;
      }
      int number = Integer.parseInt(f[0]);
      int begin;
      int end;
      if (number <= rangeEnd) {
        // A word inside a contraction takes its own letters where they are found in order.
        begin = Math.min(rangeAt, text.length() - 1);
        end = number == rangeEnd ? text.length() : Math.min(text.length(), begin + f[1].length());
        rangeAt = end;
        if (number == rangeEnd && rangeSpace) {
          text.append(' ');
        }
      } else {
        begin = text.length();
        text.append(f[1]);
        end = text.length();
        if (space) {
          text.append(' ');
        }
      }
      int head = Integer.parseInt(f[6]);
      words.add(new Word(begin, end, f[3], head == 0 ? -1 : sentenceStart + head - 1));
      for (String item : f[9].split("\\|", -1)) {
        if (item.startsWith("Entity=")) {
          brackets(item.substring("Entity=".length()), words.size() - 1);
        }
      }
    }

    private void brackets(String marks, int word) {
      int i = 0;
      while (i < marks.length()) {
        if (marks.charAt(i) == '(') {
          int to = i + 1;
          while (to < marks.length() && marks.charAt(to) != '(' && marks.charAt(to) != ')') {
            to++;
          }
          String[] parts = marks.substring(i + 1, to).split("-", -1);
          String type = parts.length > 1 ? parts[1] : "";
          if (to < marks.length() && marks.charAt(to) == ')') {
            entities.add(new Entity(parts[0], type, word, word));
            to++;
          } else {
            open.computeIfAbsent(parts[0], k -> new ArrayDeque<>()).push(new Object[] {type, word});
          }
          i = to;
        } else {
          int to = marks.indexOf(')', i);
          if (to < 0) {
            return;
          }
          Deque<Object[]> begun = open.get(marks.substring(i, to));
          if (begun != null && !begun.isEmpty()) {
            Object[] start = begun.pop();
            entities.add(
                new Entity(marks.substring(i, to), (String) start[0], (Integer) start[1], word));
          }
          i = to + 1;
        }
      }
    }

    void finish(List<GumDocument> documents) {
      if (!words.isEmpty()) {
        documents.add(
            new GumDocument(id, text.toString(), List.copyOf(words), List.copyOf(entities)));
      }
    }
  }
}
