package parley.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads CoNLL-U: words of multi-word tokens as words, empty nodes left out. */
final class Conllu {

  /**
   * A word.
   *
   * @param head 0-based, -1 for the root
   * @param space whether white space follows
   */
  record Word(String form, String tag, int head, String relation, String misc, boolean space) {}

  record Sentence(String document, List<Word> words) {}

  private Conllu() {}

  static List<Sentence> read(Path file) throws IOException {
    List<Sentence> sentences = new ArrayList<>();
    String document = "";
    List<Word> words = new ArrayList<>();
    int wholeUntil = 0;
    boolean wholeSpace = true;
    for (String line : Files.readAllLines(file)) {
      if (line.startsWith("# newdoc id = ")) {
        document = line.substring(14);
      } else if (line.isEmpty()) {
        if (!words.isEmpty()) {
          sentences.add(new Sentence(document, List.copyOf(words)));
        }
        words.clear();
        wholeUntil = 0;
      } else if (line.charAt(0) != '#') {
        String[] c = line.split("\t", -1);
        boolean space = !c[9].contains("SpaceAfter=No");
        int hyphen = c[0].indexOf('-');
        if (hyphen > 0) {
          wholeUntil = Integer.parseInt(c[0].substring(hyphen + 1));
          wholeSpace = space;
        } else if (c[0].indexOf('.') < 0) {
          int number = Integer.parseInt(c[0]);
          if (number <= wholeUntil) {
            space = number == wholeUntil && wholeSpace;
          }
          words.add(new Word(c[1], c[4], Integer.parseInt(c[6]) - 1, c[7], c[9], space));
        }
      }
    }
    return sentences;
  }
}
