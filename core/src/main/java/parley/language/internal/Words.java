package parley.language.internal;

import java.util.Arrays;
import java.util.List;

/**
 * A sentence's words as the models see them: hashes of forms, endings and shapes, worked out once.
 * Holds one sentence at a time; belongs to one thread.
 */
public final class Words {

  /** How a sentence is set: in capitals a word's own case says nothing. */
  enum Setting {
    NORMAL,
    CAPITALS,
    TITLE,
    LOWER
  }

  static final int NONE = 0x5bd1e995;

  int size;
  Setting setting = Setting.NORMAL;
  String[] forms = new String[0];
  int[] form = new int[0];
  int[] lower = new int[0];
  int[] end1 = new int[0];
  int[] end2 = new int[0];
  int[] end3 = new int[0];
  int[] end4 = new int[0];
  int[] start1 = new int[0];
  int[] start3 = new int[0];
  int[] shape = new int[0];

  /** Which tags the word was seen with, a hash; 0 for a word never seen. */
  int[] tagSet = new int[0];

  /** Number of the only tag of a frequent word, from 1; 0 for other words. */
  int[] sure = new int[0];

  /** Index of the tag in {@link Labels}; to be set by the tagger. */
  public int[] tag = new int[0];

  /** The World Health Organization, which is no pronoun, reads as another body of its kind. */
  private static final String WHO = "WHO";

  private static final String LIKE_WHO = "UNICEF";

  public void set(List<String> sentence, Lexicon lexicon) {
    size = sentence.size();
    if (forms.length < size) {
      grow(size * 2);
    }
    setting = settingOf(sentence);
    for (int i = 0; i < size; i++) {
      forms[i] = sentence.get(i);
      String s = setting != Setting.CAPITALS && forms[i].equals(WHO) ? LIKE_WHO : forms[i];
      int n = s.length();
      lower[i] = Hash.ofLower(s, 0, n);
      form[i] = setting == Setting.NORMAL ? Hash.of(s, 0, n) : lower[i];
      end1[i] = Hash.ofLower(s, Math.max(0, n - 1), n);
      end2[i] = Hash.ofLower(s, Math.max(0, n - 2), n);
      end3[i] = Hash.ofLower(s, Math.max(0, n - 3), n);
      end4[i] = Hash.ofLower(s, Math.max(0, n - 4), n);
      start1[i] = Hash.ofLower(s, 0, Math.min(n, 1));
      start3[i] = Hash.ofLower(s, 0, Math.min(n, 3));
      shape[i] = shapeOf(s, i == 0) * 4 + setting.ordinal();
      int entry = lexicon.find(lower[i]);
      tagSet[i] = lexicon.tagSet(entry);
      sure[i] = lexicon.sure(entry);
    }
  }

  private void grow(int capacity) {
    forms = new String[capacity];
    form = new int[capacity];
    lower = new int[capacity];
    end1 = new int[capacity];
    end2 = new int[capacity];
    end3 = new int[capacity];
    end4 = new int[capacity];
    start1 = new int[capacity];
    start3 = new int[capacity];
    shape = new int[capacity];
    tagSet = new int[capacity];
    sure = new int[capacity];
    tag = Arrays.copyOf(tag, capacity);
  }

  public int size() {
    return size;
  }

  /** Whether the whole sentence is set in capitals. */
  public boolean isInCapitals() {
    return setting == Setting.CAPITALS;
  }

  static Setting settingOf(List<String> sentence) {
    int words = 0;
    int upper = 0;
    int initial = 0;
    for (String s : sentence) {
      if (s.length() < 2 || !Character.isLetter(s.charAt(0)) || !Character.isLetter(s.charAt(1))) {
        continue;
      }
      words++;
      if (Character.isUpperCase(s.charAt(0))) {
        initial++;
        upper += Character.isUpperCase(s.charAt(1)) ? 1 : 0;
      } else if (s.length() <= 3) {
        // "of", "the" stay small in a headline
        words--;
      }
    }
    if (words >= 2 && upper * 10 >= words * 8) {
      return Setting.CAPITALS;
    }
    if (words >= 4 && initial * 10 >= words * 9) {
      return Setting.TITLE;
    }
    return initial == 0 && words >= 3 ? Setting.LOWER : Setting.NORMAL;
  }

  /** Kinds of characters in order, runs as one, at most five, with whether the word begins. */
  static int shapeOf(String s, boolean first) {
    int code = first ? 1 : 0;
    int last = -1;
    int runs = 0;
    int limit = Math.min(s.length(), 24);
    for (int i = 0; i < limit && runs < 5; i++) {
      char c = s.charAt(i);
      int kind =
          Character.isUpperCase(c)
              ? 1
              : Character.isLetter(c)
                  ? 2
                  : Character.isDigit(c) ? 3 : c == '-' ? 4 : c == '.' ? 5 : 6;
      if (kind != last || runs == 1 && kind == 1 && i == 1) {
        code = code * 7 + kind;
        runs++;
        last = kind;
      }
    }
    return code;
  }
}
