package parley.extract.actors;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import parley.language.Name;
import parley.language.NameKind;
import parley.language.Token;
import parley.record.ActorKind;
import parley.record.Mention;
import parley.world.OwnVoice;
import parley.world.World;

/** Finds the mentions of one sentence: names, nominals headed by known nouns, pronouns. */
final class MentionFinder {

  /** Tokens that a nominal may reach before or after its head. */
  private static final int REACH = 12;

  private static final Set<String> IDLE_IT_VERBS =
      Set.of("seem", "appear", "rain", "snow", "turn", "follow", "mean", "happen");

  /** Collectives that are no party when they stand before another noun ("press secretary"). */
  private static final Set<String> NO_PARTY =
      Set.of("press", "media", "people", "community", "society", "family", "population", "office");

  /** "Coast guard" is a force, not a man. */
  private static final Set<String> GUARDS =
      Set.of("coast", "national", "border", "republican", "revolutionary", "home", "presidential");

  private static final Set<String> STATES = Set.of("country", "nation", "state", "kingdom");

  private final Lexicon lexicon;
  private final World world;

  MentionFinder(Lexicon lexicon, World world) {
    this.lexicon = lexicon;
    this.world = world;
  }

  /** Drafts in the order of their heads. */
  List<Draft> find(Tree tree) {
    List<Draft> drafts = new ArrayList<>();
    boolean[] inName = new boolean[tree.size()];
    for (Name name : tree.sentence.names()) {
      if (name.kind() != NameKind.TITLE && !inName[name.begin()]) {
        Draft draft = name(tree, name);
        if (draft != null) {
          drafts.add(draft);
          for (int i = draft.begin; i < draft.end; i++) {
            inName[i] = true;
          }
        }
      }
    }
    KnownBodies.add(tree, inName, drafts, world);
    for (int i = 0; i < tree.size(); i++) {
      if (!inName[i]) {
        Draft addressed = Addresses.at(tree, i, inName, lexicon);
        Draft draft = addressed == null ? other(tree, i, inName) : addressed;
        if (draft != null) {
          drafts.add(draft);
        }
      }
    }
    for (Draft draft : List.copyOf(drafts)) {
      if (draft.isNominal() && (lexicon.nounFlags(draft.lemma()) & Lexicon.OFFICE) != 0) {
        Draft employer = employer(tree, draft.head, inName);
        if (employer != null) {
          drafts.removeIf(d -> d.head == employer.head && !d.actor);
          drafts.add(employer);
        }
      }
    }
    drafts.sort(Comparator.comparingInt((Draft d) -> d.head).thenComparingInt(d -> d.begin));
    return drafts;
  }

  /** "Spokesman for the Democratic Convergence": an unknown name there is of an organisation. */
  private @Nullable Draft employer(Tree tree, int office, boolean[] inName) {
    for (Token d : tree.sentence.dependents(office)) {
      int at = d.index();
      if (at > office
          && d.plainRelation().equals("nmod")
          && isCapitalised(tree, at, office)
          && !inName[at]
          && lexicon.nounFlags(tree.lemma(at)) == 0
          && isClosePreposition(tree.preposition(at))) {
        int from = at;
        while (from > office + 1 && isCapitalised(tree, from - 1, office) && !inName[from - 1]) {
          from--;
        }
        Draft draft = new Draft(tree, from, at + 1, at, Mention.Form.NAME);
        boolean seat = OwnVoice.isOf(List.of(tree.lemma(office)));
        draft.kind = seat ? ActorKind.PLACE : ActorKind.ORGANIZATION;
        draft.gender = Gender.NEUTER;
        for (int i = from; i <= at; i++) {
          inName[i] = true;
        }
        return draft;
      }
    }
    return null;
  }

  /** Whether a word is a proper noun, or is written like a name in a sentence that is not. */
  private static boolean isCapitalised(Tree tree, int i, int lowerCased) {
    return tree.token(i).tag().startsWith("NNP")
        || (Character.isUpperCase(tree.token(i).form().charAt(0))
            && Character.isLowerCase(tree.token(lowerCased).form().charAt(0)));
  }

  private @Nullable Draft name(Tree tree, Name name) {
    int begin = name.begin();
    int end = name.end();
    while (end > begin + 1 && isMark(tree, end - 1)) {
      end--;
    }
    while (begin < end - 1 && isSkippedStart(tree, begin, name.kind())) {
      begin++;
    }
    // "US defence" of "US defence secretary" is the US.
    while (end > begin + 1
        && tree.token(end - 1).tag().equals("NN")
        && Character.isLowerCase(tree.token(end - 1).form().charAt(0))
        && world.named(text(tree, begin, end - 1)).isPresent()) {
      end--;
    }
    if (isMark(tree, begin) || isNoActor(tree, begin, end) || isOfContinent(tree, begin)) {
      return null;
    }
    while (end + 1 < tree.size() && isHyphen(tree, end)) {
      end += 2;
    }
    if (isPairOfOneName(tree, end)) {
      int further = end + 1;
      while (further < tree.size() && tree.token(further).tag().startsWith("NNP")) {
        further++;
      }
      if (world.named(text(tree, begin, further)).isPresent()) {
        end = further;
      }
    }
    int head = tree.headOf(begin, end);
    if (!tree.isNoun(head) && tree.isNoun(end - 1)) {
      head = end - 1;
    }
    Draft draft = new Draft(tree, begin, end, head, Mention.Form.NAME);
    draft.kind = kindOf(name.kind());
    String text = draft.text();
    if (world.named(text).isPresent() || world.ofPeople(text).isPresent()) {
      boolean alone = end - begin > 1 || name.kind() != NameKind.PERSON;
      if (alone) {
        draft.kind = ActorKind.STATE;
      }
    } else if (draft.kind == ActorKind.PLACE
        && end - begin > 1
        && (isCentre(tree.low(end - 1))
            || (lexicon.nounFlags(tree.lemma(end - 1)) & Lexicon.ORGANISATION) != 0)) {
      draft.kind = ActorKind.ORGANIZATION;
    } else if (draft.kind == ActorKind.STATE && end - begin > 1 && stateOrgan(tree, begin, end)) {
      draft.kind = ActorKind.ORGANIZATION;
    }
    KnownBodies.mend(draft, world);
    if (draft.kind == ActorKind.PERSON) {
      draft.personName = PersonName.of(forms(tree, begin, end), title(tree, begin), lexicon);
      draft.gender = draft.personName.gender();
    } else {
      draft.gender = Gender.NEUTER;
      draft.plural =
          tree.token(end - 1).tag().endsWith("S")
              && (end - begin == 1 || draft.kind != ActorKind.ORGANIZATION);
    }
    return draft;
  }

  /** "The Carnegie Moscow Centre" is a body; "the centre" alone is not. */
  private static boolean isCentre(String low) {
    return low.equals("centre") || low.equals("center");
  }

  /** "Monday"; the "State" of "Secretary of State". */
  private boolean isNoActor(Tree tree, int begin, int end) {
    String low = tree.low(begin);
    return end == begin + 1
        && (lexicon.is(low, Lexicon.TIME)
            || (low.equals("state") && begin > 1 && tree.low(begin - 2).equals("secretary")));
  }

  /** Whether a hyphen without spaces ties the next word to a name: "Perkins-Ferreira". */
  private static boolean isHyphen(Tree tree, int at) {
    return tree.token(at).form().equals("-")
        && tree.token(at - 1).span().end() == tree.token(at).span().begin()
        && tree.token(at).span().end() == tree.token(at + 1).span().begin()
        && tree.token(at + 1).tag().startsWith("NNP");
  }

  /** Whether "and" and another name stand at {@code at}: "Trinidad and Tobago". */
  private static boolean isPairOfOneName(Tree tree, int at) {
    return at + 1 < tree.size()
        && tree.low(at).equals("and")
        && tree.token(at + 1).tag().startsWith("NNP");
  }

  /** The "American" of "Central American" is not of the United States. */
  private static boolean isOfContinent(Tree tree, int begin) {
    return begin > 0
        && tree.low(begin).startsWith("american")
        && switch (tree.low(begin - 1)) {
          case "central", "latin", "south" -> true;
          default -> false;
        };
  }

  private static String text(Tree tree, int begin, int end) {
    return String.join(" ", forms(tree, begin, end));
  }

  private boolean stateOrgan(Tree tree, int begin, int end) {
    return world.ofPeople(tree.token(begin).form()).isPresent()
        && (lexicon.nounFlags(tree.lemma(end - 1)) & (Lexicon.ORGANISATION | Lexicon.GROUP)) != 0;
  }

  private boolean isSkippedStart(Tree tree, int at, NameKind kind) {
    String low = tree.low(at);
    if (low.equals("the") || low.equals("a") || low.equals("an")) {
      return true;
    }
    return kind == NameKind.PERSON
        && lexicon.isTitleWord(low)
        && lexicon.firstName(low) == Gender.UNKNOWN
        && !low.equals("king")
        && !low.equals("prince");
  }

  private static boolean isMark(Tree tree, int at) {
    String form = tree.token(at).form();
    return form.equals("'s")
        || form.equals("’s")
        || form.equals("'")
        || form.equals("’")
        || !hasLetter(form);
  }

  private static boolean hasLetter(String form) {
    for (int i = 0; i < form.length(); i++) {
      if (Character.isLetterOrDigit(form.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  private static ActorKind kindOf(NameKind kind) {
    switch (kind) {
      case PERSON:
        return ActorKind.PERSON;
      case STATE:
        return ActorKind.STATE;
      case PLACE:
        return ActorKind.PLACE;
      default:
        return ActorKind.ORGANIZATION;
    }
  }

  private Gender title(Tree tree, int begin) {
    for (int i = begin - 1; i >= 0 && i >= begin - 3; i--) {
      String low = tree.low(i);
      Gender gender = lexicon.honorific(low);
      if (gender != Gender.UNKNOWN) {
        return gender;
      }
      if (tree.isNoun(i) && Lexicon.ofNoun(low) != Gender.UNKNOWN) {
        return Lexicon.ofNoun(low);
      }
      if (!lexicon.isTitleWord(low)) {
        break;
      }
    }
    return Gender.UNKNOWN;
  }

  static List<String> forms(Tree tree, int begin, int end) {
    List<String> forms = new ArrayList<>(end - begin);
    for (int i = begin; i < end; i++) {
      forms.add(tree.token(i).form());
    }
    return forms;
  }

  private @Nullable Draft other(Tree tree, int i, boolean[] inName) {
    Token token = tree.token(i);
    String tag = token.tag();
    if (tag.startsWith("PRP") || tag.equals("WP") || tag.equals("WP$")) {
      return pronoun(tree, i);
    }
    if (tag.startsWith("NN")) {
      return nominal(tree, i, inName);
    }
    if (Pronouns.of(tree.low(i)) != null && !tag.equals("CD") && !tag.equals("MD")) {
      return pronoun(tree, i);
    }
    if (tree.low(i).equals("those") && hasRelativeClause(tree, i)) {
      Draft draft = noun(tree, i, Lexicon.PERSON, inName);
      draft.plural = true;
      draft.kind = ActorKind.GROUP;
      return draft;
    }
    boolean quantity =
        (tag.equals("CD") || tag.equals("DT") || tag.equals("JJ") || tag.equals("PDT"))
            && (lexicon.flags(tree.low(i)) & Lexicon.QUANTITY) != 0;
    String relation = token.plainRelation();
    if (quantity && (relation.equals("nsubj") || relation.equals("root"))) {
      if (relation.equals("root")) {
        return null;
      }
      Draft draft = noun(tree, i, Lexicon.PERSON, inName);
      draft.plural = !tree.low(i).equals("one") && !tree.low(i).equals("another");
      draft.kind = draft.plural ? ActorKind.GROUP : ActorKind.PERSON;
      return draft;
    }
    return null;
  }

  private static boolean hasRelativeClause(Tree tree, int i) {
    for (Token d : tree.sentence.dependents(i)) {
      if (d.relation().startsWith("acl")) {
        return true;
      }
    }
    return false;
  }

  private @Nullable Draft pronoun(Tree tree, int i) {
    Pronouns.Traits traits = Pronouns.of(tree.low(i));
    if (traits == null || tree.token(i).tag().equals("EX") || isIdle(tree, i, traits)) {
      return null;
    }
    if (traits.relative()) {
      // "What" and an asking "who" name nobody.
      return Pronouns.relativeHead(tree, i) < 0 ? null : make(tree, i, traits);
    }
    return make(tree, i, traits);
  }

  static Draft make(Tree tree, int i, Pronouns.Traits traits) {
    Draft draft = new Draft(tree, i, i + 1, i, Mention.Form.PRONOUN);
    draft.person = traits.person();
    draft.gender = traits.gender();
    draft.plural = traits.plural();
    return draft;
  }

  /** "It is clear that", "it seems": nothing is named. */
  private boolean isIdle(Tree tree, int i, Pronouns.Traits traits) {
    if (traits.gender() != Gender.NEUTER || !tree.low(i).equals("it")) {
      return false;
    }
    Token it = tree.token(i);
    if (it.relation().equals("expl")) {
      return true;
    }
    int verb = it.head();
    if (verb < 0 || !it.plainRelation().equals("nsubj")) {
      return false;
    }
    if (IDLE_IT_VERBS.contains(tree.lemma(verb))) {
      return true;
    }
    boolean copula = false;
    boolean clause = false;
    for (Token d : tree.sentence.dependents(verb)) {
      String relation = d.plainRelation();
      copula |= relation.equals("cop");
      clause |= relation.equals("csubj") || relation.equals("ccomp") || relation.equals("advcl");
      clause |= relation.equals("xcomp") && d.index() > verb;
    }
    return copula && (clause || lexicon.is(tree.lemma(verb), Lexicon.TIME));
  }

  private @Nullable Draft nominal(Tree tree, int i, boolean[] inName) {
    Token token = tree.token(i);
    String relation = token.plainRelation();
    String lemma = tree.lemma(i);
    int flags = lexicon.nounFlags(lemma);
    int governor = token.head();
    if (relation.equals("compound")
        || relation.equals("flat")
        || relation.equals("goeswith")
        || (relation.equals("amod") && governor > i)) {
      // "army spokesman" names the army beside the spokesman.
      boolean collective =
          (flags & (Lexicon.GROUP | Lexicon.ORGANISATION)) != 0 && !NO_PARTY.contains(lemma);
      boolean named =
          collective && governor > i && lexicon.isHuman(tree.lemma(governor)) && !inName[governor];
      if (!named) {
        named = collective && i + 1 < tree.size() && lexicon.isHuman(tree.lemma(i + 1));
      }
      if (!named) {
        return null;
      }
      Draft draft = new Draft(tree, compoundBegin(tree, i, inName), i + 1, i, Mention.Form.NOMINAL);
      describe(draft, flags);
      draft.modifier = true;
      return draft;
    }
    if (isTitleBefore(tree, i, inName)) {
      return null;
    }
    return noun(tree, i, flags, inName);
  }

  private static int compoundBegin(Tree tree, int i, boolean[] inName) {
    int begin = i;
    while (begin > 0
        && i - begin < 2
        && !inName[begin - 1]
        && tree.isNoun(begin - 1)
        && tree.head(begin - 1) == i) {
      begin--;
    }
    return begin;
  }

  /** "President" directly before the name that it belongs to. */
  private boolean isTitleBefore(Tree tree, int i, boolean[] inName) {
    return i + 1 < tree.size()
        && inName[i + 1]
        && lexicon.isTitleWord(tree.low(i))
        && !tree.has(i, "nmod:poss")
        && beginsPerson(tree, i + 1);
  }

  private static boolean beginsPerson(Tree tree, int i) {
    return tree.isPerson(i);
  }

  Draft noun(Tree tree, int i, int flags, boolean[] inName) {
    int begin = i;
    int end = i + 1;
    for (Token d : tree.sentence.dependents(i)) {
      int at = d.index();
      String relation = d.plainRelation();
      if (at < i && isPremodifier(d) && i - tree.left(at) <= REACH && tree.right(at) < i) {
        begin = Math.min(begin, tree.left(at));
      } else if (at > i
          && relation.equals("nmod")
          && tree.right(at) - i <= REACH
          && tree.left(at) <= end + 1
          && isClosePreposition(tree.preposition(at))) {
        end = Math.max(end, tree.right(at) + 1);
      }
    }
    if (begin > 1 && tree.token(begin - 1).tag().equals("POS") && tree.isNoun(begin - 2)) {
      // "The teachers' union", whatever the tree makes of it.
      begin = Math.max(Math.min(begin - 2, tree.left(begin - 2)), i - REACH);
    }
    for (int k = i + 1; k < end; k++) {
      String form = tree.token(k).form();
      boolean name = form.equals(",") && k + 1 < end && tree.isPerson(k + 1);
      if (name || form.equals("(") || form.equals("[") || form.equals("-LRB-")) {
        end = k;
      }
    }
    while (end > i + 1 && isMark(tree, end - 1)) {
      end--;
    }
    while (begin < i
        && (!hasLetter(tree.token(begin).form())
            || tree.low(begin).equals("according")
            || tree.low(begin).equals("to")
            || (tree.low(begin).equals("that") && tree.low(begin + 1).equals("the")))) {
      begin++;
    }
    Draft draft = new Draft(tree, begin, end, i, Mention.Form.NOMINAL);
    int counted = lexicon.is(tree.lemma(i), Lexicon.MEASURE) ? countedNoun(tree, i) : -1;
    describe(draft, counted < 0 ? flags : lexicon.nounFlags(tree.lemma(counted)));
    if (counted >= 0) {
      draft.plural = true;
      draft.kind = draft.kind == ActorKind.PERSON ? ActorKind.GROUP : draft.kind;
    }
    return draft;
  }

  /** The noun that is counted in "a number of readers", -1 if there is none in the plural. */
  private static int countedNoun(Tree tree, int i) {
    for (Token d : tree.sentence.dependents(i)) {
      if (d.index() > i
          && d.plainRelation().equals("nmod")
          && d.tag().equals("NNS")
          && tree.preposition(d.index()).equals("of")) {
        return d.index();
      }
    }
    return -1;
  }

  private static boolean isPremodifier(Token d) {
    switch (d.plainRelation()) {
      case "det":
      case "amod":
      case "compound":
      case "nummod":
      case "nmod":
      case "flat":
        return true;
      default:
        return false;
    }
  }

  private static boolean isClosePreposition(String preposition) {
    return preposition.equals("of") || preposition.equals("for") || preposition.equals("from");
  }

  private void describe(Draft draft, int flags) {
    String tag = draft.tree.token(draft.head).tag();
    String lemma = draft.lemma();
    draft.plural = tag.endsWith("S");
    if (lemma.equals("guard")
        && draft.head > 0
        && GUARDS.contains(draft.tree.low(draft.head - 1))) {
      draft.kind = ActorKind.GROUP;
      draft.gender = Gender.NEUTER;
    } else if ((flags & Lexicon.HUMAN) != 0) {
      draft.kind = draft.plural ? ActorKind.GROUP : ActorKind.PERSON;
      draft.gender = draft.plural ? Gender.UNKNOWN : Lexicon.ofNoun(lemma);
    } else if ((flags & Lexicon.GROUP) != 0) {
      draft.kind = ActorKind.GROUP;
      draft.gender = Gender.NEUTER;
      draft.plural |= lemma.equals("people") || lemma.equals("police");
    } else if ((flags & Lexicon.ORGANISATION) != 0) {
      draft.kind = ActorKind.ORGANIZATION;
      draft.gender = Gender.NEUTER;
    } else if (draft.plural && STATES.contains(lemma)) {
      draft.kind = ActorKind.GROUP;
    } else if ((flags & Lexicon.PLACE) != 0) {
      draft.kind = ActorKind.PLACE;
      draft.gender = Gender.NEUTER;
    } else {
      draft.actor = false;
      draft.gender = Gender.NEUTER;
      if (lexicon.is(lemma.toLowerCase(Locale.ROOT), Lexicon.TIME)) {
        draft.gender = Gender.UNKNOWN;
        draft.person = 0;
      }
    }
  }
}
