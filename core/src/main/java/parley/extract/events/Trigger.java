package parley.extract.events;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One way in which a word tells of an event.
 *
 * @param word lemma, parts joined by an underscore ("break_off")
 * @param slots where the target stands, in order of trial: obj, iobj, comp or a preposition
 * @param reciprocal both sides do it (meet, agree, clash)
 * @param order its line in the codebook, which breaks ties
 */
record Trigger(
    String type,
    @Nullable String mode,
    WordClass wordClass,
    String word,
    List<Condition> conditions,
    List<String> slots,
    boolean reciprocal,
    int order) {

  enum WordClass {
    VERB,
    NOUN,
    ADJECTIVE
  }

  /** Something that must hold of the clause around the word. */
  record Condition(Kind kind, boolean holds, List<String> words) {

    enum Kind {
      OBJECT,
      NO_OBJECT,
      SUBJECT,
      CLAUSE,
      INFINITIVE,
      PREPOSITION,
      PREPOSITION_OBJECT,
      ADVERB
    }
  }
}
