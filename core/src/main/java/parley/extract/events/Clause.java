package parley.extract.events;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import parley.language.Sentence;
import parley.language.Token;

/**
 * The arguments of a predicate in its sentence's tree (Universal Dependencies v2), with the
 * subjects that control, relative clauses, participles and coordination leave to be supplied.
 */
final class Clause {

  private static final Set<String> OBJECT_CONTROL =
      Set.of(
          "urge",
          "ask",
          "order",
          "allow",
          "permit",
          "force",
          "tell",
          "persuade",
          "press",
          "invite",
          "enable",
          "help",
          "instruct",
          "compel",
          "encourage",
          "warn",
          "beg",
          "require",
          "let",
          "call",
          "pressure",
          "pressurize",
          "appeal",
          "exhort");

  /** A day does nothing: "a bombing [on Sunday] killed two". */
  private static final Set<String> DAYS =
      Set.of(
          "monday",
          "tuesday",
          "wednesday",
          "thursday",
          "friday",
          "saturday",
          "sunday",
          "today",
          "yesterday",
          "tomorrow");

  private static final int CLIMB = 6;

  private final Sentence sentence;
  private final Token predicate;

  Clause(Sentence sentence, Token predicate) {
    this.sentence = sentence;
    this.predicate = predicate;
  }

  boolean isPassive() {
    for (Token d : sentence.dependents(predicate.index())) {
      if (d.relation().equals("nsubj:pass") || d.relation().equals("aux:pass")) {
        return true;
      }
    }
    // What has an object of its own is a past that the tree took for a participle.
    return predicate.plainRelation().equals("acl")
        && predicate.tag().equals("VBN")
        && dependents("obj").isEmpty();
  }

  /** Who does it, as heads of phrases. */
  List<Token> agents() {
    return isPassive() ? byPhrases() : subjects(predicate, 0);
  }

  private List<Token> byPhrases() {
    List<Token> found = new ArrayList<>();
    for (Token d : sentence.dependents(predicate.index())) {
      if (d.relation().equals("obl:agent")
          || d.plainRelation().equals("obl") && hasPreposition(d, "by")) {
        found.add(d);
      }
    }
    return withConjuncts(found);
  }

  /** To whom it is done as direct object, or as subject of a passive. */
  List<Token> patients() {
    if (isPassive()) {
      return subjects(predicate, 0);
    }
    List<Token> found = new ArrayList<>();
    for (Token d : sentence.dependents(predicate.index())) {
      if (d.relation().equals("obj")) {
        found.add(d);
      }
    }
    return withConjuncts(found.isEmpty() ? bareObliques() : found);
  }

  /** What the tree takes for an oblique though no preposition marks it. */
  private List<Token> bareObliques() {
    List<Token> found = new ArrayList<>();
    for (Token d : sentence.dependents(predicate.index())) {
      boolean bare =
          d.relation().equals("obl")
              && d.index() > predicate.index()
              && isNominal(d)
              && !DAYS.contains(lemma(d))
              && sentence.dependents(d.index()).stream()
                  .noneMatch(c -> c.relation().equals("case"));
      if (bare) {
        found.add(d);
      }
    }
    return found;
  }

  private List<Token> subjects(Token verb, int climbed) {
    List<Token> own = new ArrayList<>();
    for (Token d : sentence.dependents(verb.index())) {
      boolean subject = d.plainRelation().equals("nsubj") || d.plainRelation().equals("csubj");
      boolean day = verb.plainRelation().equals("acl") && DAYS.contains(lemma(d));
      if (subject && !day) {
        Token antecedent = isRelative(d) ? governedNoun(verb) : null;
        own.add(antecedent == null ? d : antecedent);
      }
    }
    if (!own.isEmpty()) {
      return withConjuncts(own);
    }
    if (verb.isRoot() || climbed >= CLIMB) {
      return List.of();
    }
    Token governor = sentence.token(verb.head());
    return switch (verb.plainRelation()) {
      case "conj", "xcomp", "advcl", "parataxis" -> {
        List<Token> objects = new Clause(sentence, governor).patients();
        if (verb.plainRelation().equals("xcomp")
            && OBJECT_CONTROL.contains(lemma(governor))
            && !objects.isEmpty()) {
          yield objects;
        }
        yield subjects(governor, climbed + 1);
      }
      case "acl" ->
          isNominal(governor) && !verb.relation().equals("acl:relcl") && isInfinitive(verb)
              ? holders(governor)
              : withConjuncts(List.of(governor));
      case "ccomp" ->
          lemma(governor).equals("let") || lemma(governor).equals("help")
              ? new Clause(sentence, governor).patients()
              : List.of();
      default -> List.of();
    };
  }

  /**
   * Of "the group's plan to attack": the group; of "officials refused a plan to meet": officials.
   */
  private List<Token> holders(Token noun) {
    for (Token d : sentence.dependents(noun.index())) {
      if (d.relation().equals("nmod:poss")) {
        return List.of(d);
      }
    }
    if (!noun.isRoot() && noun.plainRelation().equals("obj")) {
      return subjects(sentence.token(noun.head()), CLIMB - 1);
    }
    return List.of();
  }

  private boolean isInfinitive(Token verb) {
    for (Token d : sentence.dependents(verb.index())) {
      if (d.relation().equals("mark") && lemma(d).equals("to")) {
        return true;
      }
    }
    return false;
  }

  private @Nullable Token governedNoun(Token verb) {
    return verb.plainRelation().equals("acl") && !verb.isRoot()
        ? sentence.token(verb.head())
        : null;
  }

  private static boolean isRelative(Token token) {
    return token.tag().equals("WP") || token.tag().equals("WDT");
  }

  static boolean isNominal(Token token) {
    return token.tag().startsWith("NN") || token.tag().startsWith("PRP");
  }

  /** Heads that depend on {@code head} through one of these prepositions. */
  List<Token> byPreposition(Token head, String preposition) {
    List<Token> found = new ArrayList<>();
    for (Token d : sentence.dependents(head.index())) {
      if ((d.plainRelation().equals("obl") || d.plainRelation().equals("nmod"))
          && hasPreposition(d, preposition)) {
        found.add(d);
      }
    }
    return withConjuncts(found);
  }

  boolean hasPreposition(Token noun, String preposition) {
    for (Token d : sentence.dependents(noun.index())) {
      if (d.relation().equals("case") && lemma(d).equals(preposition)) {
        return true;
      }
    }
    return false;
  }

  /** Dependents of the predicate with one of these relations. */
  List<Token> dependents(String... relations) {
    Set<String> wanted = Set.of(relations);
    List<Token> found = new ArrayList<>();
    for (Token d : sentence.dependents(predicate.index())) {
      if (wanted.contains(d.relation()) || wanted.contains(d.plainRelation())) {
        found.add(d);
      }
    }
    return found;
  }

  /** Heads of the clauses and infinitives that complete the predicate. */
  List<Token> complements() {
    return dependents("ccomp", "xcomp", "acl");
  }

  /**
   * The same, and of a noun the that-clause that the tree hangs on its verb: "reiterated its demand
   * [that Israel ease restrictions]".
   */
  List<Token> contents() {
    List<Token> found = new ArrayList<>(complements());
    boolean object =
        predicate.plainRelation().equals("obj") || predicate.plainRelation().equals("obl");
    if (found.isEmpty() && isNominal(predicate) && object) {
      for (Token d : sentence.dependents(predicate.head())) {
        boolean clause = d.plainRelation().equals("ccomp") || d.plainRelation().equals("advcl");
        if (clause && d.index() > predicate.index() && isMarkedThat(d)) {
          found.add(d);
        }
      }
    }
    return found;
  }

  private boolean isMarkedThat(Token verb) {
    for (Token d : sentence.dependents(verb.index())) {
      if (d.relation().equals("mark") && lemma(d).equals("that")) {
        return true;
      }
    }
    return false;
  }

  /**
   * Heads of the clauses that say what for: "marched [to demand] reforms", "a strike [to protest]".
   */
  List<Token> purposes() {
    List<Token> found = new ArrayList<>(dependents("advcl"));
    List<Token> below = new ArrayList<>(List.of(predicate));
    below.addAll(patients());
    for (Token noun : below) {
      for (Token d : sentence.dependents(noun.index())) {
        boolean infinitive = d.relation().equals("acl") || d.relation().equals("xcomp");
        if (infinitive && isInfinitive(d) && !found.contains(d)) {
          found.add(d);
        }
      }
    }
    return found;
  }

  boolean hasInfinitive() {
    for (Token c : complements()) {
      if (isInfinitive(c)) {
        return true;
      }
    }
    return false;
  }

  /** "shut" + "down": the predicate's lemma with its particle, and without. */
  List<String> keys() {
    List<String> keys = new ArrayList<>(2);
    String own = lemma(predicate);
    for (Token d : sentence.dependents(predicate.index())) {
      boolean particle =
          d.relation().equals("compound:prt")
              || (d.plainRelation().equals("advmod") || d.plainRelation().equals("obl"))
                  && (d.tag().equals("RP") || d.tag().equals("IN"))
              || d.relation().equals("compound");
      if (particle) {
        keys.add(d.relation().equals("compound") ? lemma(d) + "_" + own : own + "_" + lemma(d));
      }
      if (d.plainRelation().equals("obl")) {
        for (Token c : sentence.dependents(d.index())) {
          if (c.relation().equals("case")) {
            keys.add(own + "_" + lemma(c));
          }
        }
      }
    }
    keys.add(own);
    return keys;
  }

  List<Token> withConjuncts(List<Token> heads) {
    List<Token> all = new ArrayList<>(heads);
    for (int i = 0; i < all.size() && all.size() < 12; i++) {
      for (Token d : sentence.dependents(all.get(i).index())) {
        if (d.relation().equals("conj") && !all.contains(d)) {
          all.add(d);
        }
      }
    }
    return all;
  }

  static String lemma(Token token) {
    return token.lemma().toLowerCase(Locale.ROOT);
  }
}
