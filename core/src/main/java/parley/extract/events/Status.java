package parley.extract.events;

import java.util.Set;
import parley.language.Sentence;
import parley.language.Token;
import parley.record.Event;

/** How the text around a predicate presents it: as done, denied, planned, possible or demanded. */
record Status(Event.Status status) {

  private static final Set<String> PLANS =
      Set.of(
          "plan",
          "promise",
          "pledge",
          "vow",
          "agree",
          "offer",
          "intend",
          "prepare",
          "threaten",
          "decide",
          "want",
          "hope",
          "commit",
          "expect",
          "schedule",
          "propose",
          "willing",
          "ready",
          "determined",
          "refuse",
          "decline",
          "aim",
          "consider");
  private static final Set<String> REFUSALS = Set.of("refuse", "decline", "reject", "fail", "deny");
  private static final Set<String> DEMANDS =
      Set.of(
          "urge",
          "demand",
          "ask",
          "call",
          "appeal",
          "order",
          "request",
          "insist",
          "tell",
          "press",
          "require",
          "must",
          "should",
          "warn",
          "invite",
          "recommend",
          "seek");
  private static final Set<String> POSSIBLE_MODALS =
      Set.of("may", "might", "could", "can", "would");
  private static final Set<String> PLANNED_MODALS = Set.of("will", "shall", "'ll", "wo");
  private static final Set<String> DEMAND_MODALS = Set.of("must", "should");
  private static final int CLIMB = 5;

  static Status of(Sentence sentence, Token predicate) {
    boolean denied = false;
    Event.Status found = Event.Status.ASSERTED;
    Token at = predicate;
    for (int climbed = 0; climbed < CLIMB; climbed++) {
      for (Token d : sentence.dependents(at.index())) {
        String lemma = Clause.lemma(d);
        if (lemma.equals("not") || lemma.equals("n't") || lemma.equals("never") || isNo(d)) {
          denied = true;
        } else if (d.plainRelation().equals("aux")) {
          found =
              stronger(
                  found, isFutureInPast(sentence, at, lemma) ? Event.Status.PLANNED : modal(lemma));
        } else if (d.relation().equals("mark") && (lemma.equals("if") || lemma.equals("unless"))) {
          found = stronger(found, Event.Status.POSSIBLE);
        }
      }
      String relation = at.plainRelation();
      if (at.isRoot()
          || !(relation.equals("xcomp")
              || relation.equals("ccomp")
              || relation.equals("acl") && !at.relation().equals("acl:relcl")
              || relation.equals("conj")
              || relation.equals("obj"))) {
        break;
      }
      Token governor = sentence.token(at.head());
      String lemma = Clause.lemma(governor);
      if (!relation.equals("conj")) {
        if (REFUSALS.contains(lemma)) {
          denied = true;
        }
        if (DEMANDS.contains(lemma)) {
          found = stronger(found, Event.Status.DEMANDED);
        } else if (PLANS.contains(lemma)) {
          found = stronger(found, Event.Status.PLANNED);
        }
      }
      at = governor;
    }
    return new Status(denied ? Event.Status.DENIED : found);
  }

  /** "Said he would go" tells what "will go" said. */
  private static boolean isFutureInPast(Sentence sentence, Token verb, String modal) {
    if (!modal.equals("would") || !verb.plainRelation().equals("ccomp")) {
      return false;
    }
    String tag = sentence.token(verb.head()).tag();
    return tag.equals("VBD") || tag.equals("VBN") || tag.equals("VBG");
  }

  private static boolean isNo(Token d) {
    return d.relation().equals("det") && Clause.lemma(d).equals("no");
  }

  private static Event.Status modal(String lemma) {
    if (PLANNED_MODALS.contains(lemma)) {
      return Event.Status.PLANNED;
    }
    if (DEMAND_MODALS.contains(lemma)) {
      return Event.Status.DEMANDED;
    }
    return POSSIBLE_MODALS.contains(lemma) ? Event.Status.POSSIBLE : Event.Status.ASSERTED;
  }

  /** The first departure from what is asserted, counted from the predicate upwards, holds. */
  private static Event.Status stronger(Event.Status found, Event.Status other) {
    return found == Event.Status.ASSERTED ? other : found;
  }
}
