package parley.extract.actors;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import parley.language.Token;
import parley.record.ActorKind;
import parley.record.Mention;
import parley.world.World;

/** Mentions at places where somebody is said to speak, by which more words can name an actor. */
final class SourceMentions {

  /** Endings of nouns for acts, states and ideas: the plural of such a noun is no group. */
  private static final String[] IDEAS = {
    "ion", "ment", "ness", "ity", "ism", "ance", "ence", "ship", "hood", "age", "ing", "ure", "th"
  };

  /** Organised efforts that speak by the name before them: "the Ruiz campaign". */
  private static final Set<String> CAMPS = Set.of("campaign", "camp");

  private final Lexicon lexicon;
  private final World world;
  private final MentionFinder finder;

  SourceMentions(Lexicon lexicon, World world, MentionFinder finder) {
    this.lexicon = lexicon;
    this.world = world;
    this.finder = finder;
  }

  /** A single word taken for a place that is said to speak, and is no capital, is a surname. */
  void speaks(Draft draft) {
    if (draft.kind == ActorKind.PLACE
        && draft.isName()
        && draft.end - draft.begin == 1
        && (draft.begin == 0 || !draft.tree.low(draft.begin - 1).equals("the"))
        && world.any(draft.text()).isEmpty()) {
      draft.kind = ActorKind.PERSON;
      draft.personName =
          PersonName.of(
              MentionFinder.forms(draft.tree, draft.begin, draft.end), Gender.UNKNOWN, lexicon);
      draft.gender = Gender.UNKNOWN;
    }
  }

  /** A mention at a noun or pronoun that no rule found, since somebody is said to speak there. */
  @Nullable Draft forced(Tree tree, int head, int begin, int end) {
    Token token = tree.token(head);
    String tag = token.tag();
    boolean[] none = new boolean[tree.size()];
    if (tag.equals("WDT")) {
      return Pronouns.relativeHead(tree, head) < 0
          ? null
          : MentionFinder.make(tree, head, Pronouns.relative());
    }
    Pronouns.Traits traits = tag.startsWith("N") ? null : Pronouns.of(tree.low(head));
    if (traits != null) {
      return MentionFinder.make(tree, head, traits);
    }
    boolean nameless =
        lexicon.isHuman(tree.lemma(head))
            && (head + 1 >= end || !tree.token(head + 1).tag().startsWith("NNP"));
    if (tag.startsWith("NNP") && !nameless) {
      int from = head;
      while (from > begin && tree.token(from - 1).tag().startsWith("NNP")) {
        from--;
      }
      int to = head + 1;
      while (to < end && tree.token(to).tag().startsWith("NNP")) {
        to++;
      }
      Draft draft = new Draft(tree, from, to, head, Mention.Form.NAME);
      boolean person = to - from > 1 && lexicon.firstName(tree.low(from)) != Gender.UNKNOWN;
      draft.kind = person ? ActorKind.PERSON : ActorKind.ORGANIZATION;
      if (person) {
        draft.personName =
            PersonName.of(MentionFinder.forms(tree, from, to), Gender.UNKNOWN, lexicon);
        draft.gender = draft.personName.gender();
      }
      return draft;
    }
    int flags = lexicon.nounFlags(tree.lemma(head));
    if ((flags & Lexicon.DOCUMENT) != 0) {
      return null;
    }
    boolean quantity = (lexicon.flags(tree.low(head)) & Lexicon.QUANTITY) != 0;
    if (quantity || tag.equals("CD")) {
      Draft draft = finder.noun(tree, head, Lexicon.PERSON, none);
      draft.plural = !tree.low(head).equals("one") && !tree.low(head).equals("another");
      draft.kind = draft.plural ? ActorKind.GROUP : ActorKind.PERSON;
      return draft;
    }
    if (tag.startsWith("NN") || (tag.startsWith("JJ") && isDetermined(tree, head))) {
      int asActor = flags == 0 ? judged(tree, head) : flags;
      return asActor == 0 ? null : finder.noun(tree, head, asActor, none);
    }
    return null;
  }

  /** What kind of actor an unknown noun may be by its form, 0 if it is likely none. */
  private int judged(Tree tree, int head) {
    String tag = tree.token(head).tag();
    String lemma = tree.lemma(head);
    if (tag.startsWith("JJ")) {
      return Lexicon.GROUP;
    }
    if (CAMPS.contains(lemma) && head > 0 && tree.draft(head - 1) != null) {
      return Lexicon.ORGANISATION;
    }
    if (lemma.equals("west")) {
      return Lexicon.GROUP;
    }
    boolean doer = lemma.endsWith("er") || lemma.endsWith("or") || lemma.endsWith("ant");
    if (doer) {
      return lexicon.is(lemma, Lexicon.NO_DOER) ? 0 : Lexicon.PERSON;
    }
    if (!tag.equals("NNS") || lexicon.is(lemma, Lexicon.THING)) {
      return 0;
    }
    for (String ending : IDEAS) {
      if (lemma.endsWith(ending)) {
        return 0;
      }
    }
    return Lexicon.GROUP;
  }

  /** "The wounded": an adjective with an article is a group. */
  private static boolean isDetermined(Tree tree, int head) {
    for (Token d : tree.sentence.dependents(head)) {
      if (d.plainRelation().equals("det")) {
        return true;
      }
    }
    return false;
  }
}
