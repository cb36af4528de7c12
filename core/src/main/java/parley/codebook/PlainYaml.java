package parley.codebook;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the plain YAML in which codebooks are written: blocks told by their indentation, words and
 * sentences without marks of their own, lists in brackets. It gives up on anything else, so that
 * what it reads is what the whole of YAML would make of it; a library that knows all of YAML takes
 * longer to set up than a report to read.
 */
final class PlainYaml {

  private static final int MAX_DEPTH = 12;

  private final String text;

  /** Of each line that says something: where it begins, behind its indentation; where it ends. */
  private final int[] begins;

  private final int[] ends;
  private final int[] indents;
  private final int[] numbers;
  private int size;

  /** The line that is read next. */
  private int at;

  /** What is not plain. */
  private static final class Other extends Exception {
    private static final long serialVersionUID = 1;

    Other() {
      super(null, null, false, false);
    }
  }

  private PlainYaml(String text, int lines) {
    this.text = text;
    begins = new int[lines];
    ends = new int[lines];
    indents = new int[lines];
    numbers = new int[lines];
  }

  /** The tree of a file, null if it holds anything but plain blocks. */
  static @Nullable YamlNode read(String yaml) {
    int lines = 1;
    for (int i = 0; i < yaml.length(); i++) {
      char c = yaml.charAt(i);
      if (c == '\n') {
        lines++;
      } else if (c < ' ' || c > '~') {
        return null;
      }
    }
    try {
      PlainYaml file = new PlainYaml(yaml, lines);
      file.cut();
      YamlNode tree = file.block(0, 0);
      return file.at == file.size && tree instanceof YamlNode.Mapping ? tree : null;
    } catch (Other e) {
      return null;
    }
  }

  private void cut() {
    int number = 0;
    int next;
    for (int from = 0; from < text.length(); from = next) {
      int end = text.indexOf('\n', from);
      end = end < 0 ? text.length() : end;
      next = end + 1;
      number++;
      int begin = from;
      while (begin < end && text.charAt(begin) == ' ') {
        begin++;
      }
      int stop = trimmed(begin, end);
      if (begin < stop && text.charAt(begin) != '#') {
        begins[size] = begin;
        ends[size] = stop;
        indents[size] = begin - from;
        numbers[size++] = number;
      }
    }
  }

  private int trimmed(int begin, int end) {
    int stop = end;
    while (stop > begin && text.charAt(stop - 1) == ' ') {
      stop--;
    }
    return stop;
  }

  /** What stands from this line on at an indentation. */
  private YamlNode block(int indent, int depth) throws Other {
    if (depth > MAX_DEPTH || at == size || indents[at] != indent) {
      throw new Other();
    }
    return isItem() ? sequence(indent, depth) : mapping(indent, depth);
  }

  private boolean isItem() {
    return begins[at] + 2 < ends[at] && text.startsWith("- ", begins[at]);
  }

  private boolean goesOn(int indent) throws Other {
    if (at < size && indents[at] > indent) {
      throw new Other();
    }
    return at < size && indents[at] == indent;
  }

  private YamlNode sequence(int indent, int depth) throws Other {
    int line = numbers[at];
    List<YamlNode> items = new ArrayList<>();
    while (goesOn(indent)) {
      if (!isItem()) {
        throw new Other();
      }
      // What follows the dash stands at an indentation of its own.
      begins[at] += 2;
      indents[at] += 2;
      if (text.charAt(begins[at]) == ' ' || keyEnd() < 0) {
        throw new Other();
      }
      items.add(mapping(indent + 2, depth + 1));
    }
    return new YamlNode.Sequence(line, items);
  }

  private YamlNode mapping(int indent, int depth) throws Other {
    int line = numbers[at];
    List<YamlNode.Entry> entries = new ArrayList<>();
    while (goesOn(indent)) {
      int end = keyEnd();
      if (end < 0) {
        throw new Other();
      }
      String key = text.substring(begins[at], end);
      int number = numbers[at];
      int from = end + 1;
      while (from < ends[at] && text.charAt(from) == ' ') {
        from++;
      }
      entries.add(new YamlNode.Entry(number, key, value(from, indent, depth)));
    }
    return new YamlNode.Mapping(line, entries);
  }

  /** Where the key of this line ends, before its colon; -1 if it has none. */
  private int keyEnd() {
    int i = begins[at];
    while (i < ends[at] && isPlain(text.charAt(i)) && text.charAt(i) != ' ') {
      i++;
    }
    boolean key =
        i > begins[at]
            && isWord(text.charAt(begins[at]))
            && i < ends[at]
            && text.charAt(i) == ':'
            && (i + 1 == ends[at] || text.charAt(i + 1) == ' ');
    return key ? i : -1;
  }

  /** What a key holds, from its line or below; the next line is read next. */
  private YamlNode value(int from, int indent, int depth) throws Other {
    int line = at;
    if (from == ends[line]) {
      at++;
      if (at == size || indents[at] <= indent) {
        throw new Other();
      }
      return block(indents[at], depth + 1);
    }
    char first = text.charAt(from);
    if (first == '[') {
      return list(from + 1, indent);
    }
    at++;
    if (at < size && indents[at] > indent) {
      throw new Other();
    }
    return new YamlNode.Scalar(
        numbers[line], first == '"' ? quoted(from, ends[line]) : sentence(from, ends[line]));
  }

  private String quoted(int from, int end) throws Other {
    int close = end - 1;
    if (close <= from + 1 || text.charAt(close) != '"') {
      throw new Other();
    }
    return words(from + 1, close);
  }

  /** A value that may hold marks, but none that means something there. */
  private String sentence(int from, int end) throws Other {
    if (!isWord(text.charAt(from))) {
      throw new Other();
    }
    for (int i = from; i < end; i++) {
      char c = text.charAt(i);
      if (c == '#' || c == ':') {
        throw new Other();
      }
    }
    return text.substring(from, end);
  }

  private String words(int from, int end) throws Other {
    if (!isWord(text.charAt(from)) || text.charAt(end - 1) == ' ') {
      throw new Other();
    }
    for (int i = from; i < end; i++) {
      if (!isPlain(text.charAt(i))) {
        throw new Other();
      }
    }
    return text.substring(from, end);
  }

  /** A list in brackets; a line of it ends with a comma or with the list. */
  private YamlNode list(int begin, int indent) throws Other {
    int line = numbers[at];
    List<YamlNode> items = new ArrayList<>();
    int from = begin;
    while (true) {
      int end = ends[at];
      boolean last = text.charAt(end - 1) == ']';
      if (!last && text.charAt(end - 1) != ',') {
        throw new Other();
      }
      int stop = end - 1;
      if (!(last && items.isEmpty() && from == stop)) {
        items(from, stop, items);
      }
      at++;
      if (last) {
        return new YamlNode.Sequence(line, items);
      }
      if (at == size || indents[at] <= indent) {
        throw new Other();
      }
      from = begins[at];
    }
  }

  private void items(int begin, int end, List<YamlNode> items) throws Other {
    int from = begin;
    while (from <= end) {
      int comma = text.indexOf(',', from);
      int stop = comma < 0 || comma > end ? end : comma;
      int next = stop + 1;
      while (from < stop && text.charAt(from) == ' ') {
        from++;
      }
      stop = trimmed(from, stop);
      if (from == stop) {
        throw new Other();
      }
      items.add(new YamlNode.Scalar(numbers[at], words(from, stop)));
      from = next;
    }
  }

  /** Whether a character means nothing of its own wherever it stands within a word. */
  private static boolean isPlain(char c) {
    return isWord(c) || c == ' ' || c == '-' || c == '\'' || c == '.' || c == '/';
  }

  private static boolean isWord(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_';
  }
}
