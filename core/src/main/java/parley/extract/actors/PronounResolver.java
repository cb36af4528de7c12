package parley.extract.actors;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import parley.language.Token;
import parley.record.ActorKind;

/**
 * Finds the antecedent of a pronoun of the third person among the mentions of the last sentences:
 * those that agree and are not ruled out by syntax or quotation are ranked by salience.
 */
final class PronounResolver {

  /** Sentences back that are looked at. */
  private static final int NEAR = 4;

  /** The same for a person, where nearer sentences name none. */
  private static final int FAR = 9;

  /** Mentions of one sentence that are looked at. */
  private static final int PER_SENTENCE = 40;

  /** Governors between a name and the verb of the subject. */
  private static final int DEEPEST = 12;

  private static final Set<String> BESIDE = Set.of("conj", "parataxis", "advcl");

  private static final Set<String> ARGUMENTS = Set.of("nsubj", "obj", "iobj", "obl");

  private final List<List<Draft>> bySentence;
  private final List<@Nullable Draft> sources;
  private final Set<Draft> speaking;
  private final Lexicon lexicon;
  private @Nullable Entity lastSpeaker;

  /**
   * @param bySentence mentions of each sentence in order; those without an entity are competitors
   * @param sources for each speech the mention that is its source
   * @param speaking all sources
   */
  PronounResolver(
      List<List<Draft>> bySentence,
      List<@Nullable Draft> sources,
      Set<Draft> speaking,
      Lexicon lexicon) {
    this.bySentence = bySentence;
    this.sources = sources;
    this.speaking = speaking;
    this.lexicon = lexicon;
  }

  /** Notes who spoke last. */
  void spoke(Entity entity) {
    lastSpeaker = entity;
  }

  /** The mention that the pronoun stands for, null if none is likely. */
  @Nullable Draft antecedent(Draft pronoun, Pronouns.Traits traits) {
    if (traits.reflexive()) {
      Draft subject = subjectOf(pronoun);
      if (subject != null && subject.entity != null && agrees(pronoun, subject)) {
        return subject;
      }
    }
    Set<Entity> others = namedBelow(pronoun);
    Draft found = best(pronoun, traits, others, pronoun.sentence(), NEAR);
    if (found == null && (pronoun.gender == Gender.MALE || pronoun.gender == Gender.FEMALE)) {
      found = best(pronoun, traits, others, pronoun.sentence() - NEAR - 1, FAR - NEAR);
    }
    return found;
  }

  /**
   * "He quoted Paz as saying": who is named in what a subject does is not the subject (principle C
   * of Chomsky's binding theory).
   */
  private Set<Entity> namedBelow(Draft pronoun) {
    Tree tree = pronoun.tree;
    int verb = tree.head(pronoun.head);
    if (verb < 0 || !tree.token(pronoun.head).plainRelation().equals("nsubj")) {
      return Set.of();
    }
    Set<Entity> named = new HashSet<>();
    for (Draft draft : bySentence.get(pronoun.sentence())) {
      if (draft.isName()
          && draft.entity != null
          && draft.begin > pronoun.head
          && isGoverned(tree, draft.head, verb)) {
        named.add(draft.entity.now());
      }
    }
    return named;
  }

  /** Whether a word is in what a verb governs, and in no clause that only stands beside it. */
  private static boolean isGoverned(Tree tree, int word, int verb) {
    int at = word;
    for (int steps = 0; at >= 0 && at != verb; steps++) {
      if (steps == DEEPEST || BESIDE.contains(tree.token(at).plainRelation())) {
        return false;
      }
      at = tree.head(at);
    }
    return at == verb;
  }

  private @Nullable Draft best(
      Draft pronoun, Pronouns.Traits traits, Set<Entity> others, int from, int depth) {
    Draft best = null;
    double bestScore = 0;
    for (int s = from; s >= 0 && s >= from - depth; s--) {
      List<Draft> drafts = bySentence.get(s);
      int least = Math.max(0, drafts.size() - PER_SENTENCE);
      for (int i = drafts.size() - 1; i >= least; i--) {
        Draft candidate = drafts.get(i);
        if (s == pronoun.sentence() && candidate.head >= pronoun.head) {
          continue;
        }
        if (candidate.entity != null && others.contains(candidate.entity.now())) {
          continue;
        }
        double score = score(pronoun, traits, candidate);
        if (score > bestScore) {
          bestScore = score;
          best = candidate;
        }
      }
      if (best != null && bestScore > 10 - 3.0 * (pronoun.sentence() - s + 1) + 9) {
        break;
      }
    }
    return best;
  }

  private double score(Draft pronoun, Pronouns.Traits traits, Draft candidate) {
    boolean source = speaking.contains(pronoun);
    if (!agrees(pronoun, candidate)
        || candidate.entity == null && (candidate.actor || source)
        || isRuledOut(pronoun, traits, candidate)) {
      return 0;
    }
    Entity entity = candidate.entity;
    int distance = pronoun.sentence() - candidate.sentence();
    double score = 10 - 2.5 * Math.min(distance, 3) - 0.5 * Math.max(0, distance - 3);
    String role = candidate.tree.token(candidate.head).plainRelation();
    if (role.equals("nsubj")) {
      score += 3;
      if (candidate.tree.token(Math.max(0, candidate.tree.head(candidate.head))).isRoot()) {
        score += 1;
      }
      if (pronoun.tree.token(pronoun.head).plainRelation().equals("nsubj")) {
        score += 1;
      }
    } else if (role.equals("obj")) {
      score += 1;
    } else if (role.equals("nmod") || role.equals("compound") || role.equals("amod")) {
      score -= candidate.form == pronoun.form ? 0 : 1.5;
    }
    if (traits.possessive() && distance == 0 && role.equals("nsubj")) {
      score += 2;
    }
    if (candidate.quotedBy != pronoun.quotedBy) {
      score -= candidate.quotedBy >= 0 ? 4 : 0;
    } else if (pronoun.quotedBy >= 0) {
      score += 2;
    }
    if (entity == null) {
      return Math.max(0, score - (candidate.plural ? 2.5 : 1.5));
    }
    score += candidate.isName() ? 1 : 0;
    score += candidate.isPronoun() ? 2 : 0;
    int count = entity.mentions.size();
    score += count > 8 ? 2 : count > 3 ? 1.2 : count > 1 ? 0.6 : 0;
    if (pronoun.gender != Gender.NEUTER
        && pronoun.gender != Gender.UNKNOWN
        && gender(candidate) == pronoun.gender) {
      score += 2;
    }
    if (source && entity == lastSpeaker) {
      score += 3;
    }
    if (candidate.modifier) {
      score -= 3;
    }
    score += kindFit(pronoun, candidate, entity);
    return Math.max(0.01, score);
  }

  private double kindFit(Draft pronoun, Draft candidate, Entity entity) {
    ActorKind kind = entity.kind;
    if (pronoun.gender == Gender.NEUTER) {
      if (kind == ActorKind.PLACE) {
        return acts(pronoun) ? -5 : -2;
      }
      return acts(pronoun) ? 2 : 0;
    }
    if (pronoun.plural && !candidate.plural) {
      return kind == ActorKind.GROUP ? -0.5 : kind == ActorKind.ORGANIZATION ? -2 : -5;
    }
    return 0;
  }

  /** Whether the pronoun is the subject of something that only an actor does. */
  private boolean acts(Draft pronoun) {
    Token token = pronoun.tree.token(pronoun.head);
    return token.head() >= 0
        && token.relation().equals("nsubj")
        && (lexicon.flags(pronoun.tree.low(token.head())) & Lexicon.METONYMIC) != 0;
  }

  private static Gender gender(Draft candidate) {
    Entity entity = candidate.entity;
    if (candidate.gender == Gender.UNKNOWN && entity != null) {
      return entity.gender;
    }
    return candidate.gender;
  }

  private static boolean agrees(Draft pronoun, Draft candidate) {
    if (candidate.person != 3) {
      return false;
    }
    Entity entity = candidate.entity;
    ActorKind kind = entity == null ? candidate.kind : entity.kind;
    if (pronoun.plural) {
      return candidate.plural
          || (kind != null && kind != ActorKind.PERSON && kind != ActorKind.PLACE);
    }
    if (candidate.plural) {
      return false;
    }
    if (pronoun.gender == Gender.NEUTER) {
      return kind != ActorKind.PERSON && gender(candidate).agrees(Gender.NEUTER);
    }
    return kind == ActorKind.PERSON && gender(candidate).agrees(pronoun.gender);
  }

  private boolean isRuledOut(Draft pronoun, Pronouns.Traits traits, Draft candidate) {
    Tree tree = pronoun.tree;
    boolean sameSentence = candidate.tree == tree;
    if (sameSentence && candidate.begin <= pronoun.head && pronoun.head < candidate.end) {
      return true;
    }
    if (sameSentence && isInside(tree, pronoun, candidate)) {
      return true;
    }
    if (sameSentence && !traits.possessive() && !traits.reflexive()) {
      int a = tree.head(pronoun.head);
      int b = tree.head(candidate.head);
      if (a >= 0
          && a == b
          && ARGUMENTS.contains(tree.token(pronoun.head).plainRelation())
          && ARGUMENTS.contains(tree.token(candidate.head).plainRelation())) {
        return true;
      }
    }
    Entity entity = candidate.entity;
    int speech = pronoun.quotedBy;
    if (speech >= 0 && entity != null) {
      Draft source = sources.get(speech);
      if (source != null && source.entity == entity) {
        return true;
      }
    }
    // "..., he said": the speaker is not whom the quotation is about.
    return candidate.toldBy >= 0
        && sources.get(candidate.toldBy) == pronoun
        && candidate.quotedBy >= 0;
  }

  /** "His" inside the phrase of the candidate's own noun ("the man with his dog" may be). */
  private static boolean isInside(Tree tree, Draft pronoun, Draft candidate) {
    int noun = tree.head(pronoun.head);
    return noun == candidate.head && tree.token(pronoun.head).relation().equals("nmod:poss");
  }

  /** The subject of the clause that holds the pronoun. */
  private static @Nullable Draft subjectOf(Draft pronoun) {
    Tree tree = pronoun.tree;
    int at = tree.head(pronoun.head);
    for (int steps = 0; at >= 0 && steps < 5; steps++) {
      Draft noun = tree.draft(at);
      if (steps == 0 && noun != null && noun.head == at && at == pronoun.head - 1) {
        return noun;
      }
      for (Token d : tree.sentence.dependents(at)) {
        if (d.plainRelation().equals("nsubj") && d.index() < pronoun.head) {
          return tree.draft(d.index());
        }
      }
      at = tree.head(at);
    }
    return null;
  }
}
