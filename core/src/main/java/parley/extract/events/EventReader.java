package parley.extract.events;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import parley.extract.actors.Cast;
import parley.extract.events.Trigger.Condition;
import parley.extract.events.Trigger.WordClass;
import parley.language.AnalysedReport;
import parley.language.Sentence;
import parley.language.Token;
import parley.record.Actor;
import parley.record.ActorKind;
import parley.record.Anchor;
import parley.record.Event;
import parley.record.Fact;
import parley.record.Provenance;
import parley.record.Statement;
import parley.record.TimeExpression;
import parley.text.Span;
import parley.world.CommonName;

/**
 * Finds events: a word of the event codebook, the line of it that fits the clause best, and the
 * arguments that stand around it in the sentence's tree. A word whose conditions do not hold tells
 * of nothing: there is no default type.
 */
public final class EventReader {

  /** Verbs that lend a noun its doer: "[the army] launched an attack". */
  private static final Set<String> LIGHT =
      Set.of(
          "make",
          "hold",
          "stage",
          "launch",
          "carry",
          "mount",
          "issue",
          "begin",
          "start",
          "conduct",
          "open",
          "take",
          "give",
          "have",
          "reach",
          "continue",
          "resume",
          "end",
          "lead",
          "organize",
          "organise",
          "declare",
          "sign",
          "pay",
          "plan",
          "order",
          "announce",
          "commit",
          "join",
          "repeat",
          "renew",
          "voice",
          "express",
          "send",
          "offer",
          "step",
          "wage",
          "speed",
          "accelerate",
          "hasten",
          "finish",
          "intensify",
          "escalate",
          "expand",
          "prolong",
          "maintain",
          "keep",
          "pursue",
          "undertake");

  /** Types that tell something only of those who act for others. */
  private static final Set<String> PUBLIC = Set.of("CONSULT", "SUPPORT");

  private final TriggerBook book;

  /** Reads by the event codebook in the jar. */
  public EventReader() {
    this(TriggerBook.shipped());
  }

  EventReader(TriggerBook book) {
    this.book = book;
  }

  /**
   * Events e1, e2, … in text order of their cues.
   *
   * @param statements of the same report, to tell whose account an event is
   */
  public List<Event> read(
      AnalysedReport report, Cast cast, List<Statement> statements, List<TimeExpression> times) {
    List<Event> events = new ArrayList<>();
    Accounts accounts = new Accounts(statements);
    EventTimes eventTimes = new EventTimes(times);
    for (Sentence sentence : report.sentences()) {
      if (isQuestion(sentence)) {
        continue;
      }
      Scene scene = null;
      for (Token token : sentence.tokens()) {
        WordClass wordClass = wordClass(token);
        if (wordClass == null) {
          continue;
        }
        Clause clause = new Clause(sentence, token);
        Trigger trigger = best(wordClass, clause, sentence, token);
        if (trigger == null) {
          continue;
        }
        if (scene == null) {
          scene = new Scene(sentence, cast);
        }
        Event event =
            event(
                report,
                scene,
                token,
                clause,
                trigger,
                accounts,
                eventTimes,
                "e" + (events.size() + 1));
        if (event != null) {
          events.add(event);
        }
      }
    }
    return events;
  }

  /** A question tells of nothing: it ends as one, or begins with the verb ("Should we ..."). */
  private static boolean isQuestion(Sentence sentence) {
    if (sentence.size() == 0) {
      return true;
    }
    String last = sentence.token(sentence.size() - 1).form();
    return last.equals("?") || sentence.token(0).tag().equals("MD");
  }

  private static @Nullable WordClass wordClass(Token token) {
    String tag = token.tag();
    if (tag.startsWith("VB")) {
      return WordClass.VERB;
    }
    if (tag.equals("NN") || tag.equals("NNS")) {
      return WordClass.NOUN;
    }
    return tag.startsWith("JJ") ? WordClass.ADJECTIVE : null;
  }

  private @Nullable Trigger best(
      WordClass wordClass, Clause clause, Sentence sentence, Token token) {
    if (book.of(Clause.lemma(token)).isEmpty() && wordClass == WordClass.ADJECTIVE) {
      return null;
    }
    Trigger best = null;
    for (String key : clause.keys()) {
      for (Trigger trigger : book.of(key)) {
        if (trigger.wordClass() == wordClass
            && trigger.conditions().stream().allMatch(c -> holds(c, clause, sentence, token))
            && (best == null || BY_FIT.compare(trigger, best) > 0)) {
          best = trigger;
        }
      }
    }
    return best;
  }

  private static final Comparator<Trigger> BY_FIT =
      Comparator.comparingInt(EventReader::weight).thenComparing(t -> -t.order());

  private static int weight(Trigger trigger) {
    int parts = (int) trigger.word().chars().filter(c -> c == '_').count();
    return 2 * parts + 2 * trigger.conditions().size();
  }

  private static boolean holds(Condition c, Clause clause, Sentence sentence, Token token) {
    boolean found =
        switch (c.kind()) {
          case OBJECT -> anyOf(clause.patients(), c.words(), sentence);
          case NO_OBJECT -> clause.patients().isEmpty();
          case SUBJECT -> anyOf(clause.agents(), c.words(), sentence);
          case CLAUSE -> !clause.dependents("ccomp").isEmpty() || clause.hasInfinitive();
          case INFINITIVE ->
              clause.hasInfinitive()
                  && (c.words().isEmpty()
                      || clause.complements().stream()
                          .anyMatch(t -> c.words().contains(Clause.lemma(t))));
          case PREPOSITION ->
              c.words().stream().anyMatch(p -> !clause.byPreposition(token, p).isEmpty());
          case PREPOSITION_OBJECT -> anyOf(clause.dependents("obl"), c.words(), sentence);
          case ADVERB ->
              clause.dependents("advmod").stream()
                  .anyMatch(t -> c.words().contains(Clause.lemma(t)));
        };
    return found == c.holds();
  }

  private static boolean anyOf(List<Token> heads, List<String> words, Sentence sentence) {
    for (Token head : heads) {
      Clause phrase = new Clause(sentence, head);
      for (String key : phrase.keys()) {
        if (words.contains(key)) {
          return true;
        }
      }
      // "tons of food": the measure stands for what is measured.
      for (Token measured : phrase.byPreposition(head, "of")) {
        if (words.contains(Clause.lemma(measured))) {
          return true;
        }
      }
    }
    return false;
  }

  private @Nullable Event event(
      AnalysedReport report,
      Scene scene,
      Token token,
      Clause clause,
      Trigger trigger,
      Accounts accounts,
      EventTimes eventTimes,
      String id) {
    Sentence sentence = scene.sentence();
    List<Token> agentHeads;
    Set<Actor> targets = new LinkedHashSet<>();
    Token outer = token;
    if (trigger.wordClass() == WordClass.NOUN) {
      Token verb = lightVerb(sentence, token);
      if (verb != null
          && !book.of(Clause.lemma(verb)).isEmpty()
          && best(WordClass.VERB, new Clause(sentence, verb), sentence, verb) != null) {
        return null;
      }
      agentHeads = nounAgents(sentence, token, clause, verb);
      if (verb != null) {
        outer = verb;
      }
    } else {
      agentHeads = clause.agents();
    }
    Set<Actor> agents = scene.actors(agentHeads);
    for (String slot : trigger.slots()) {
      targets.addAll(scene.actors(slot(slot, clause, sentence, token), agents));
      if (targets.isEmpty() && outer != token) {
        targets.addAll(
            scene.actors(new Clause(sentence, outer).byPreposition(outer, slot), agents));
      }
      targets.removeAll(agents);
      if (!targets.isEmpty()) {
        break;
      }
    }
    if (targets.isEmpty()) {
      for (String slot : trigger.slots()) {
        targets.addAll(
            slot.equals("obj")
                ? Ahead.object(scene, token, clause)
                : Ahead.behind(scene, token, slot));
        targets.removeAll(agents);
        if (!targets.isEmpty()) {
          break;
        }
      }
    }
    if ((agents.isEmpty() && targets.isEmpty()) || isPrivate(trigger, agents, targets)) {
      return null;
    }
    Span cue = token.span();
    Status status = Status.of(sentence, outer);
    Actor place = scene.placeOf(outer);
    String time = eventTimes.of(sentence, outer);
    Token governor = participleOf(sentence, outer);
    if (governor != null) {
      place = place == null ? scene.placeOf(governor) : place;
      time = time == null ? eventTimes.of(sentence, governor) : time;
    }
    List<String> reasons = new ArrayList<>();
    reasons.add(
        "\"" + token.form() + "\" as " + trigger.word() + ", line " + (trigger.order() + 1));
    return new Event(
        id,
        trigger.type(),
        trigger.mode(),
        List.of(Anchor.in(report.report(), cue)),
        agents.stream().map(Actor::id).toList(),
        targets.stream().map(Actor::id).toList(),
        place == null ? null : place.id(),
        time,
        Tolls.read(report.report(), sentence, token, clause),
        status.status(),
        accounts.at(cue),
        new Provenance(
            "event." + trigger.wordClass().name().toLowerCase(java.util.Locale.ROOT),
            confidence(trigger, agents, targets),
            reasons));
  }

  /** Whether people without office, side or name of a body only meet or stand by each other. */
  private static boolean isPrivate(Trigger trigger, Set<Actor> agents, Set<Actor> targets) {
    if (!PUBLIC.contains(trigger.type()) || "third-party".equals(trigger.mode())) {
      return false;
    }
    for (Actor agent : agents.isEmpty() ? targets : agents) {
      boolean kin = false;
      boolean office = agent.side() != null;
      for (Fact fact : agent.facts()) {
        kin |= fact.kind() == Fact.Kind.RELATION;
        office |=
            fact.kind().isRole()
                || fact.kind() == Fact.Kind.AFFILIATION
                || fact.kind() == Fact.Kind.NATIONALITY;
      }
      boolean body = agent.kind() != ActorKind.PERSON && !kin;
      if (body || office || CommonName.ofLeader(agent.name()).isPresent()) {
        return false;
      }
    }
    return true;
  }

  private static double confidence(Trigger trigger, Set<Actor> agents, Set<Actor> targets) {
    double base = trigger.wordClass() == WordClass.VERB ? 0.6 : 0.45;
    return base
        + (agents.isEmpty() ? 0 : 0.1)
        + (targets.isEmpty() ? 0 : 0.1)
        + Math.min(0.1, 0.05 * trigger.conditions().size());
  }

  private static @Nullable Token lightVerb(Sentence sentence, Token noun) {
    if (noun.isRoot()) {
      return null;
    }
    Token verb = sentence.token(noun.head());
    boolean argument =
        noun.relation().equals("obj")
            || noun.relation().equals("nsubj:pass")
            || noun.plainRelation().equals("obl") && Clause.lemma(verb).equals("carry");
    return argument && verb.tag().startsWith("VB") && LIGHT.contains(Clause.lemma(verb))
        ? verb
        : null;
  }

  private static List<Token> nounAgents(
      Sentence sentence, Token noun, Clause clause, @Nullable Token verb) {
    List<Token> found = new ArrayList<>();
    if (verb != null) {
      found.addAll(new Clause(sentence, verb).agents());
    }
    if (found.isEmpty()) {
      found.addAll(clause.dependents("nmod:poss"));
    }
    if (found.isEmpty()) {
      found.addAll(clause.byPreposition(noun, "by"));
    }
    if (found.isEmpty()) {
      found.addAll(clause.dependents("amod", "compound"));
    }
    return found;
  }

  private static List<Token> slot(String slot, Clause clause, Sentence sentence, Token token) {
    return switch (slot) {
      case "obj" -> clause.patients();
      case "iobj" -> clause.dependents("iobj");
      case "comp" -> inside(clause.contents(), sentence);
      case "purpose" -> inside(clause.purposes(), sentence);
      default -> {
        List<Token> found = new ArrayList<>(clause.byPreposition(token, slot));
        for (Token object : clause.patients()) {
          found.addAll(clause.byPreposition(object, slot));
        }
        for (Token oblique : clause.dependents("obl")) {
          found.addAll(clause.byPreposition(oblique, slot));
        }
        yield found;
      }
    };
  }

  private static List<Token> inside(List<Token> clauses, Sentence sentence) {
    List<Token> found = new ArrayList<>();
    for (Token c : clauses) {
      Clause inner = new Clause(sentence, c);
      found.addAll(inner.dependents("nsubj"));
      found.addAll(inner.patients());
      found.addAll(inner.dependents("iobj", "obl"));
    }
    return found;
  }

  /** "bombed … on Tuesday, killing 12": where and when the one was, the other was. */
  private static @Nullable Token participleOf(Sentence sentence, Token predicate) {
    return predicate.tag().equals("VBG") && predicate.plainRelation().equals("advcl")
        ? sentence.token(predicate.head())
        : null;
  }
}
