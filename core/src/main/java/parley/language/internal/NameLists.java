package parley.language.internal;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Marks words that stand in lists: states, their people, titles, given names, towns, groups. */
final class NameLists {

  private static final class Holder {
    static final NameLists SHIPPED = new NameLists();
  }

  private static final int STATE = 1;
  private static final int PEOPLE = 2;
  private static final int TITLE = 4;

  private final States states = States.shipped();
  private final Titles titles = Titles.shipped();

  /** Bits of the single words of {@code names.txt}, by {@link Hash#ofLower}. */
  private final Map<Integer, Integer> words = new HashMap<>();

  private NameLists() {
    for (String line : WordLists.lines("names.txt")) {
      String[] entries = line.split(" ", -1);
      int bit = 8 << Integer.parseInt(entries[0]);
      for (int i = 1; i < entries.length; i++) {
        words.merge(Hash.ofLower(entries[i]), bit, (a, b) -> a | b);
      }
    }
  }

  static NameLists shipped() {
    return Holder.SHIPPED;
  }

  /** Sets a bit in {@code marks} for each list that a word stands in. */
  void mark(Words w, int[] marks) {
    List<String> forms = Arrays.asList(w.forms).subList(0, w.size);
    for (int i = 0; i < w.size; i++) {
      if (!Character.isUpperCase(forms.get(i).charAt(0))) {
        if (titles.isTitle(forms.get(i))) {
          marks[i] |= TITLE;
        }
        continue;
      }
      marks[i] |= words.getOrDefault(w.lower[i], 0);
      set(marks, i, states.stateAt(forms, i), STATE);
      set(marks, i, states.demonymAt(forms, i), PEOPLE);
      if (titles.isTitle(forms.get(i))) {
        marks[i] |= TITLE;
      }
    }
  }

  private static void set(int[] marks, int from, int length, int bit) {
    for (int i = from; i < from + length; i++) {
      marks[i] |= bit;
    }
  }
}
