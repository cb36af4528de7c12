package parley.extract.actors;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import parley.language.Name;
import parley.language.NameKind;
import parley.language.Sentence;
import parley.language.Token;

/**
 * A sentence with what the actors' room asks of its tree: extents, relations, lower-case lemmas.
 */
final class Tree {

  final Sentence sentence;
  final int number;
  private final int[] lefts;
  private final int[] rights;
  private final String[] lemmas;
  private final @Nullable Draft[] owners;
  private final Map<Integer, Draft> groups = new HashMap<>();
  private final BitSet titles = new BitSet();
  private final BitSet persons = new BitSet();

  /**
   * @param number place of the sentence in the report
   */
  Tree(Sentence sentence, int number) {
    this.sentence = sentence;
    this.number = number;
    int n = sentence.size();
    lefts = new int[n];
    rights = new int[n];
    lemmas = new String[n];
    owners = new Draft[n];
    for (Name name : sentence.names()) {
      if (name.kind() == NameKind.TITLE) {
        titles.set(name.begin(), name.end());
      } else if (name.kind() == NameKind.PERSON) {
        persons.set(name.begin(), name.end());
      }
    }
    extents(n);
  }

  /** Whether the token is of a title beside a name. */
  boolean isTitle(int i) {
    return titles.get(i);
  }

  /** Whether the token is of a person's name. */
  boolean isPerson(int i) {
    return persons.get(i);
  }

  /** Leaves first, each token widens its head: one pass, safe for malformed trees. */
  private void extents(int n) {
    int[] open = new int[n];
    for (int i = 0; i < n; i++) {
      lefts[i] = i;
      rights[i] = i;
      int head = token(i).head();
      if (head >= 0) {
        open[head]++;
      }
    }
    int[] queue = new int[n];
    int end = 0;
    for (int i = 0; i < n; i++) {
      if (open[i] == 0) {
        queue[end++] = i;
      }
    }
    for (int at = 0; at < end; at++) {
      int i = queue[at];
      int head = token(i).head();
      if (head >= 0) {
        lefts[head] = Math.min(lefts[head], lefts[i]);
        rights[head] = Math.max(rights[head], rights[i]);
        if (--open[head] == 0) {
          queue[end++] = head;
        }
      }
    }
  }

  /** Notes the mention at its head and, for a name, at each of its words. */
  void place(Draft draft) {
    if (draft.isName()) {
      for (int i = draft.begin; i < draft.end; i++) {
        owners[i] = draft;
      }
    }
    owners[draft.head] = draft;
  }

  /** The mention that has its head at {@code i}, or the name that holds it; null if none does. */
  @Nullable Draft draft(int i) {
    return i < 0 || i >= owners.length ? null : owners[i];
  }

  /** Notes a coordination at the head of its first member. */
  void join(Draft group) {
    groups.put(group.head, group);
  }

  /** The coordination whose members have their heads in {@code [begin, end)}, null if none has. */
  @Nullable Draft groupWithin(int head, int begin, int end) {
    Draft group = groups.get(head);
    boolean inside =
        group != null && begin <= head && group.members.get(group.members.size() - 1).head < end;
    return inside ? group : null;
  }

  int size() {
    return lefts.length;
  }

  Token token(int i) {
    return sentence.token(i);
  }

  /** Index of the first token at or below {@code i}. */
  int left(int i) {
    return lefts[i];
  }

  /** Index of the last token at or below {@code i}. */
  int right(int i) {
    return rights[i];
  }

  /** Lemma in lower case. */
  String lemma(int i) {
    String l = lemmas[i];
    if (l == null) {
      l = token(i).lemma().toLowerCase(Locale.ROOT);
      lemmas[i] = l;
    }
    return l;
  }

  /** Form in lower case. */
  String low(int i) {
    return token(i).form().toLowerCase(Locale.ROOT);
  }

  boolean isNoun(int i) {
    return token(i).tag().startsWith("NN");
  }

  boolean isVerb(int i) {
    return token(i).tag().startsWith("VB");
  }

  boolean has(int i, String relation) {
    return token(i).relation().equals(relation);
  }

  /** The case marker of a nominal dependent ("of", "for"), empty if none. */
  String preposition(int i) {
    for (Token d : sentence.dependents(i)) {
      if (d.index() < i && d.plainRelation().equals("case")) {
        return lemma(d.index());
      }
    }
    return "";
  }

  /** The token's governor, or -1. */
  int head(int i) {
    return token(i).head();
  }

  /**
   * The token of {@code [begin, end)} on which the others depend: the first nominal whose governor
   * lies outside, else the first such token.
   */
  int headOf(int begin, int end) {
    int first = -1;
    for (int i = begin; i < end; i++) {
      int h = head(i);
      if (h >= begin && h < end) {
        continue;
      }
      String tag = token(i).tag();
      if (tag.startsWith("NN") || tag.startsWith("PRP") || tag.startsWith("WP")) {
        // "The villagers' lawyers" where the tree holds both words for subjects.
        boolean owner = i + 1 < end - 1 && token(i + 1).tag().equals("POS");
        if (!owner) {
          return beforePreposition(begin, i);
        }
      }
      if (first < 0 && Character.isLetterOrDigit(token(i).form().charAt(0))) {
        first = i;
      }
    }
    return first < 0 ? end - 1 : first;
  }

  /** "The senator from Alaska" is a senator, also where the tree holds the senator for Alaska's. */
  private int beforePreposition(int begin, int head) {
    boolean behind =
        head - 2 >= begin
            && token(head - 1).tag().equals("IN")
            && isNoun(head - 2)
            && head(head - 2) == head;
    return behind ? head - 2 : head;
  }
}
