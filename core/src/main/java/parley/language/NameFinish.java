package parley.language;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import parley.language.internal.States;
import parley.language.internal.Titles;

/**
 * What lists add to names that a model found: which places are states, states' people and things,
 * and the titles before people's names. Immutable.
 */
public final class NameFinish {

  private final States states = States.shipped();
  private final Titles titles = Titles.shipped();

  /**
   * @param forms the sentence's tokens
   * @param found names by a model, ascending, without overlap
   * @return ascending by begin; only titles may touch others
   */
  public List<Name> finish(List<String> forms, List<Name> found) {
    boolean[] taken = new boolean[forms.size()];
    List<Name> result = new ArrayList<>();
    for (Name name : found) {
      NameKind kind = name.kind();
      if (kind == NameKind.PLACE && states.isState(forms, name.begin(), name.end())) {
        kind = NameKind.STATE;
      } else if (kind == NameKind.PERSON && titles.isAddress(forms, name.begin(), name.end())) {
        kind = NameKind.TITLE;
      }
      result.add(new Name(kind, name.begin(), name.end()));
      Arrays.fill(taken, name.begin(), name.end(), true);
    }
    for (int i = 0; i < taken.length; i++) {
      if (taken[i] || !Character.isUpperCase(forms.get(i).charAt(0))) {
        continue;
      }
      int length = states.demonymAt(forms, i);
      if (length > 0 && free(taken, i, i + length)) {
        result.add(new Name(NameKind.STATE, i, i + length));
        Arrays.fill(taken, i, i + length, true);
      }
    }
    for (Name name : found) {
      if (name.kind() == NameKind.PERSON) {
        int begin = titles.beginBefore(forms, name.begin());
        while (begin < name.begin() && taken[begin]) {
          begin++;
        }
        if (begin < name.begin() && free(taken, begin, name.begin())) {
          result.add(new Name(NameKind.TITLE, begin, name.begin()));
        }
      }
    }
    result.sort(Comparator.comparingInt(Name::begin).thenComparingInt(Name::end));
    return result;
  }

  private static boolean free(boolean[] taken, int begin, int end) {
    for (int i = begin; i < end; i++) {
      if (taken[i]) {
        return false;
      }
    }
    return true;
  }
}
