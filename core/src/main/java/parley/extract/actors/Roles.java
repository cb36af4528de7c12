package parley.extract.actors;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import parley.language.Token;
import parley.record.ActorKind;
import parley.record.Fact;
import parley.world.World;

/**
 * What stands beside a mention: titles before names, appositions, predicates, ages, nationality,
 * and for whom somebody speaks. Nominals in apposition join the entity of their name.
 */
final class Roles {

  /** Words of a title before a name that are looked at. */
  private static final int TITLE_REACH = 8;

  /** How sure a wording is of the side: "spokesman for X" more than "X spokesman". */
  static final int BY_PREPOSITION = 4;

  private static final int BY_POSSESSIVE = 3;
  private static final int BY_COMPOUND = 2;
  private static final int BY_ADJECTIVE = 1;

  /** "The US envoy for Syria" does not speak for Syria. */
  private static final Set<String> SENT =
      Set.of(
          "envoy", "coordinator", "rapporteur", "mediator", "director", "minister", "negotiator");

  private final Lexicon lexicon;
  private final World world;

  Roles(Lexicon lexicon, World world) {
    this.lexicon = lexicon;
    this.world = world;
  }

  /** Reads one sentence; its names have entities, its other mentions not yet. */
  void read(Tree tree, List<Draft> drafts) {
    for (Draft draft : drafts) {
      if (draft.isName() && draft.kind == ActorKind.PERSON) {
        titleBefore(tree, draft);
        ageAfter(tree, draft);
        BodyAfterName.read(tree, draft);
      }
    }
    for (Draft draft : drafts) {
      Draft holder = OfficeBeforeName.holder(tree, draft, lexicon);
      if (holder != null && canBeOne(holder, draft)) {
        join(holder, draft);
      }
    }
    for (Draft draft : drafts) {
      if (!draft.isPronoun()) {
        appositions(tree, draft);
        predicate(tree, draft);
        directName(tree, draft);
      }
    }
  }

  /** "former Turkish foreign minister X": role and nationality. */
  private void titleBefore(Tree tree, Draft name) {
    int from = name.begin;
    while (from > 0 && name.begin - from < TITLE_REACH && isTitlePart(tree, from - 1, name.begin)) {
      from--;
    }
    if (from == name.begin) {
      return;
    }
    Entity entity = name.resolved();
    while (from < name.begin - 1 && !Character.isLetterOrDigit(tree.token(from).form().charAt(0))) {
      from++;
    }
    role(tree, from, name.begin, entity, name);
    for (Token d : tree.sentence.dependents(name.head)) {
      // "King X of Morocco".
      if (d.index() >= name.end && d.plainRelation().equals("nmod")) {
        after(tree, d.index(), lexicon.nounFlags(tree.lemma(name.begin - 1)), entity);
      }
    }
    if (from > 1 && isPossessive(tree, from - 1)) {
      Draft owner = tree.draft(from - 2);
      if (owner != null && owner != name) {
        entity.sideBy(owner, BY_POSSESSIVE);
      }
    }
  }

  private boolean isTitlePart(Tree tree, int i, int nameBegin) {
    Token token = tree.token(i);
    String tag = token.tag();
    if (i == nameBegin - 1) {
      String low = tree.low(i);
      return (tag.startsWith("NN") || tag.startsWith("JJ"))
          && (lexicon.isTitleWord(low) || lexicon.isHuman(tree.lemma(i)) || isTitleName(tree, i));
    }
    return tag.startsWith("NN")
        || tag.startsWith("JJ")
        || token.form().equals("-")
        || isTitleName(tree, i);
  }

  private static boolean isTitleName(Tree tree, int i) {
    return tree.isTitle(i);
  }

  private static boolean isPossessive(Tree tree, int i) {
    String form = tree.token(i).form();
    return form.equals("'s") || form.equals("’s") || form.equals("'") || form.equals("’");
  }

  /** Reads the words {@code [from, to)} of a role: nationality, affiliation, the role itself. */
  private void role(Tree tree, int from, int to, Entity entity, @Nullable Draft self) {
    StringBuilder value = new StringBuilder();
    int first = -1;
    int last = -1;
    for (int i = from; i < to; i++) {
      Draft other = tree.draft(i);
      String low = tree.low(i);
      if (other != null && other != self && other.isName()) {
        Entity named = other.resolved();
        if (named.state != null) {
          boolean office = (lexicon.flags(tree.lemma(to - 1)) & Lexicon.OFFICE) != 0;
          if (world.ofPeople(other.text()).isPresent()) {
            entity.tell(Fact.Kind.NATIONALITY, other.text(), other.span());
          } else if (office) {
            entity.tell(Fact.Kind.AFFILIATION, other.text(), other.span());
          }
          if (actsForState(tree.lemma(to - 1))) {
            entity.sideBy(other, BY_ADJECTIVE);
          }
        } else {
          entity.tell(Fact.Kind.AFFILIATION, other.text(), other.span());
          entity.sideBy(other, BY_COMPOUND);
        }
        i = Math.max(i, other.end - 1);
        continue;
      }
      if (other != null && other != self && other.modifier) {
        entity.tell(Fact.Kind.AFFILIATION, other.text(), other.span());
        entity.sideBy(other, BY_COMPOUND);
      }
      if (lexicon.isHonorific(low) && lexicon.nounFlags(low) == 0 && i == to - 1) {
        continue;
      }
      if (isAge(low)) {
        entity.tell(Fact.Kind.AGE, low.substring(0, low.indexOf('-')), tree.token(i).span());
        continue;
      }
      if (value.length() > 0 && tree.token(i - 1).span().end() < tree.token(i).span().begin()) {
        value.append(' ');
      }
      value.append(tree.token(i).form());
      first = first < 0 ? i : first;
      last = i;
    }
    if (first < 0 || !isRoleHead(tree, last)) {
      return;
    }
    entity.tell(kindOf(tree, last), value.toString(), tree.sentence.span(first, last + 1));
    entity.noun(tree.lemma(last));
    for (int i = first; i < last; i++) {
      entity.modifier(tree.low(i));
    }
  }

  private boolean isOffice(String lemma) {
    return (lexicon.nounFlags(lemma) & Lexicon.OFFICE) != 0;
  }

  /** An office is held for others; a title is one. */
  private Fact.Kind kindOf(Tree tree, int head) {
    boolean office =
        isOffice(tree.lemma(head))
            || lexicon.isTitleWord(tree.low(head)) && !lexicon.isHonorific(tree.low(head));
    return office ? Fact.Kind.OFFICE : Fact.Kind.ROLE;
  }

  private boolean isRoleHead(Tree tree, int i) {
    String low = tree.low(i);
    return lexicon.isHuman(tree.lemma(i)) || lexicon.isTitleWord(low) || isTitleName(tree, i);
  }

  /** Whether a nationality before this noun says for whom it acts, unlike "Turkish rebels". */
  private boolean actsForState(String lemma) {
    return (lexicon.flags(lemma) & Lexicon.OFFICE) != 0 || isOrganOfState(lemma);
  }

  /** Whether a collective of this noun acts for the state that its name tells. */
  boolean isOrganOfState(String lemma) {
    return lexicon.is(lemma, Lexicon.STATE_ACTING)
        || (lemma.endsWith("s")
            && lexicon.is(lemma.substring(0, lemma.length() - 1), Lexicon.STATE_ACTING));
  }

  /** "42-year-old". */
  private static boolean isAge(String low) {
    return low.endsWith("-year-old") && Character.isDigit(low.charAt(0));
  }

  /** "X, 42," and "X, aged 42,". */
  private static void ageAfter(Tree tree, Draft name) {
    int i = name.end;
    if (i + 1 >= tree.size() || !tree.token(i).form().equals(",")) {
      return;
    }
    int number = i + 1;
    if (tree.low(number).equals("aged") || tree.low(number).equals("age")) {
      number++;
    }
    if (number >= tree.size()) {
      return;
    }
    String form = tree.token(number).form();
    boolean closed =
        number + 1 == tree.size()
            || tree.token(number + 1).form().equals(",")
            || tree.token(number + 1).form().equals(".")
            || tree.token(number + 1).form().equals(";");
    if (closed && isYears(form)) {
      name.resolved().tell(Fact.Kind.AGE, form, tree.token(number).span());
    }
  }

  private static boolean isYears(String form) {
    if (form.isEmpty() || form.length() > 3) {
      return false;
    }
    for (int i = 0; i < form.length(); i++) {
      if (form.charAt(i) < '0' || form.charAt(i) > '9') {
        return false;
      }
    }
    return Integer.parseInt(form) <= 120;
  }

  /** "X, a spokesman for the army," and "the foreign minister, X,". */
  private void appositions(Tree tree, Draft draft) {
    for (Token d : tree.sentence.dependents(draft.head)) {
      if (!d.plainRelation().equals("appos")) {
        continue;
      }
      Draft other = tree.draft(d.index());
      if (other != null && other != draft && isFree(other, draft) && canBeOne(draft, other)) {
        join(draft, other);
      }
    }
    if (draft.isName()) {
      byCommas(tree, draft);
    }
  }

  /** Whether a description is not yet another name's. */
  private static boolean isFree(Draft other, Draft draft) {
    return !other.isNominal() || other.entity == null || other.entity == draft.entity;
  }

  /** The same by marks alone, where the tree does not say so. */
  private void byCommas(Tree tree, Draft name) {
    int i = name.end;
    if (i + 2 >= tree.size()) {
      return;
    }
    String mark = tree.token(i).form();
    if (mark.equals("(") && tree.draft(i + 1) != null && name.kind != ActorKind.PERSON) {
      Draft inner = tree.draft(i + 1);
      if (inner != null
          && inner.isName()
          && inner.end < tree.size()
          && tree.token(inner.end).form().equals(")")
          && isAcronym(inner.text())
          && inner.kind != ActorKind.PLACE) {
        join(name, inner);
      }
      return;
    }
    if (name.kind != ActorKind.PERSON || !mark.equals(",")) {
      return;
    }
    int start = i + 1;
    // An age in between: "X, 42, a teacher".
    if (isYears(tree.token(start).form()) && start + 2 < tree.size()) {
      start += 2;
    }
    for (int k = start; k < tree.size() && k - start < TITLE_REACH; k++) {
      Token token = tree.token(k);
      if (!Character.isLetterOrDigit(token.form().charAt(0)) && !isPossessive(tree, k)) {
        return;
      }
      if (tree.isVerb(k) && !token.tag().equals("VBN") || token.tag().equals("CC")) {
        return;
      }
      Draft other = tree.draft(k);
      if (other != null && other.isNominal() && !other.modifier && other.entity == null) {
        boolean starts = other.begin == start;
        boolean ends =
            other.end == tree.size()
                || !Character.isLetterOrDigit(tree.token(other.end).form().charAt(0))
                || tree.token(other.end).tag().equals("IN")
                || tree.token(other.end).tag().startsWith("W");
        if (starts && ends && canBeOne(name, other)) {
          join(name, other);
        }
        return;
      }
    }
  }

  /** "Secretary of state Ana Ruiz", "reporter Ana Ruiz": the name ends the phrase or follows it. */
  private void directName(Tree tree, Draft noun) {
    if (!noun.isNominal() || noun.modifier || noun.kind != ActorKind.PERSON) {
      return;
    }
    Draft after = noun.end < tree.size() ? tree.draft(noun.end) : null;
    Draft last = tree.draft(noun.end - 1);
    if (after != null && after.begin == noun.end && isTied(tree, after.head, noun.head)) {
      direct(noun, after);
    } else if (last != null && last.begin > noun.head + 1 && last.end == noun.end) {
      String before = tree.token(last.begin - 1).tag();
      // "The UN envoy for Yemen, Ana Ruiz": the name in apposition hangs on the wrong word.
      boolean apart = before.equals(",") && !noun.plural && isOffice(noun.lemma());
      if (before.startsWith("NN") || apart) {
        direct(noun, last);
      }
    }
  }

  private void direct(Draft noun, Draft name) {
    if (name.isName() && name.kind == ActorKind.PERSON && canBeOne(name, noun)) {
      join(name, noun);
    }
  }

  private static boolean isTied(Tree tree, int a, int b) {
    return tree.head(a) == b || tree.head(b) == a;
  }

  private static boolean isAcronym(String text) {
    int upper = 0;
    for (int i = 0; i < text.length(); i++) {
      upper += Character.isUpperCase(text.charAt(i)) ? 1 : 0;
    }
    return upper > 1 && text.indexOf(' ') < 0 && text.length() < 12;
  }

  private boolean canBeOne(Draft a, Draft b) {
    if (!a.actor || !b.actor || a.modifier || b.modifier || a.plural != b.plural) {
      return false;
    }
    if (a.isName() && b.isName()) {
      // "Sinn Fein, the IRA" in a list are two; a long form and its acronym are one.
      return a.kind == b.kind
          && a.kind != ActorKind.PLACE
          && a.kind != ActorKind.STATE
          && (isAcronym(a.text()) != isAcronym(b.text()));
    }
    if (!a.gender.agrees(b.gender)) {
      return false;
    }
    boolean human = a.kind == ActorKind.PERSON;
    return human == (b.kind == ActorKind.PERSON);
  }

  private void join(Draft one, Draft other) {
    Draft named = one.isName() || !other.isName() ? one : other;
    Draft second = named == one ? other : one;
    Entity entity = named.entity;
    if (entity == null) {
      entity = new Entity();
      entity.add(named);
    }
    if (second.entity == null) {
      entity.add(second);
    } else if (second.entity != entity) {
      if (second.isName() && named.isName() && clash(entity, second.entity)) {
        return;
      }
      if (second.entity.mentions.size() > entity.mentions.size()) {
        Entity larger = second.entity;
        larger.absorb(entity);
        entity = larger;
      } else {
        entity.absorb(second.entity);
      }
    }
    if (second.isNominal()) {
      describe(second, entity);
    }
  }

  private static boolean clash(Entity a, Entity b) {
    return a.personName != null && b.personName != null;
  }

  /** Facts in the words of a nominal mention: role, number, relation, side. */
  void describe(Draft nominal, Entity entity) {
    Tree tree = nominal.tree;
    int head = nominal.head;
    String lemma = nominal.lemma();
    int flags = lexicon.nounFlags(lemma);
    int from = nominal.begin;
    for (Token d : tree.sentence.dependents(head)) {
      int at = d.index();
      String relation = d.relation();
      if (relation.equals("nmod:poss") && at < head) {
        Draft owner = tree.draft(at);
        from = Math.max(from, tree.right(at) + 1);
        if (owner != null && owner.actor) {
          if ((flags & Lexicon.RELATION) != 0 && isPersonal(owner)) {
            entity.tell(
                Fact.Kind.RELATION, text(tree, nominal.begin, head + 1), nominalSpan(nominal));
          } else {
            entity.tell(Fact.Kind.AFFILIATION, owner.text(), owner.span());
          }
          if (!isPersonal(owner) || (flags & Lexicon.OFFICE) != 0) {
            entity.sideBy(owner, BY_POSSESSIVE);
          }
        }
      } else if (d.plainRelation().equals("nummod") && at < head) {
        entity.tell(Fact.Kind.NUMBER, tree.token(at).form(), tree.token(at).span());
        from = Math.max(from, at + 1);
      } else if (d.plainRelation().equals("det") && at < head) {
        from = Math.max(from, at + 1);
      } else if (d.plainRelation().equals("nmod") && at > head) {
        after(tree, at, flags, entity);
        // "Head of military communications for the army".
        for (Token below : tree.sentence.dependents(at)) {
          boolean deeper = entity.sideDraft == null && (flags & Lexicon.OFFICE) != 0;
          if (deeper && below.index() > at && below.plainRelation().equals("nmod")) {
            after(tree, below.index(), flags, entity);
          }
        }
      }
    }
    boolean role = (flags & Lexicon.OFFICE) != 0 || (entity.named && !nominal.plural);
    if (role && (flags & (Lexicon.OFFICE | Lexicon.PERSON)) != 0 && from <= head) {
      int end = ofPhraseEnd(tree, head, nominal.end);
      roleWithTail(tree, from, head, end, entity);
    } else {
      adjectives(tree, from, head, entity);
    }
  }

  private static boolean isPersonal(Draft owner) {
    return owner.kind == ActorKind.PERSON
        || (owner.isPronoun() && owner.gender != Gender.NEUTER && !owner.plural);
  }

  private static parley.text.Span nominalSpan(Draft nominal) {
    return nominal.tree.sentence.span(nominal.begin, nominal.head + 1);
  }

  /** "of the army", "for Hamas". */
  private void after(Tree tree, int at, int flags, Entity entity) {
    String preposition = tree.preposition(at);
    boolean ties =
        preposition.equals("of")
            || preposition.equals("for")
            || preposition.equals("from")
            || preposition.equals("with")
            || preposition.equals("at")
            || preposition.equals("to");
    Draft owner = tree.draft(at);
    if (!ties || owner == null || !owner.actor || owner.kind == null) {
      return;
    }
    if ((flags & Lexicon.RELATION) != 0 && preposition.equals("of") && isPersonal(owner)) {
      entity.tell(
          Fact.Kind.RELATION, tree.lemma(tree.head(at)) + " of " + owner.text(), owner.span());
      return;
    }
    boolean collective = owner.kind != ActorKind.PERSON && owner.kind != ActorKind.PLACE;
    if (collective && !preposition.equals("to")) {
      entity.tell(Fact.Kind.AFFILIATION, owner.text(), owner.span());
    }
    if (owner.kind != ActorKind.PLACE || preposition.equals("of")) {
      boolean sent = preposition.equals("for") && SENT.contains(tree.lemma(tree.head(at)));
      Entity abroad = owner.entity;
      if (sent && abroad != null && abroad.state != null) {
        return;
      }
      boolean speaks = (flags & (Lexicon.OFFICE | Lexicon.GROUP | Lexicon.ORGANISATION)) != 0;
      if (speaks && !preposition.equals("to")) {
        entity.sideBy(owner, BY_PREPOSITION);
      } else if (collective && !preposition.equals("to")) {
        entity.sideBy(owner, BY_ADJECTIVE);
      }
    }
  }

  /** Past the head of a role: "chief of staff", "minister of defence", but not "of Turkey". */
  private int ofPhraseEnd(Tree tree, int head, int limit) {
    for (Token d : tree.sentence.dependents(head)) {
      int at = d.index();
      if (at > head
          && d.plainRelation().equals("nmod")
          && tree.preposition(at).equals("of")
          && tree.left(at) == head + 1
          && tree.right(at) < limit) {
        Draft inner = tree.draft(at);
        if (inner == null || !inner.actor) {
          return beforePreposition(tree, at + 1, tree.right(at) + 1);
        }
      }
    }
    return head + 1;
  }

  /** "Director of the program at the institute" is a role up to "at". */
  private static int beforePreposition(Tree tree, int from, int to) {
    for (int i = from; i < to; i++) {
      String tag = tree.token(i).tag();
      if ((tag.equals("IN") && !tree.low(i).equals("of")) || tag.equals(",") || tag.equals("TO")) {
        return i;
      }
    }
    return to;
  }

  private void roleWithTail(Tree tree, int from, int head, int end, Entity entity) {
    if (end == head + 1) {
      role(tree, from, head + 1, entity, tree.draft(head));
      return;
    }
    adjectives(tree, from, head, entity);
    entity.tell(kindOf(tree, head), text(tree, from, end), tree.sentence.span(from, end));
    entity.noun(tree.lemma(head));
  }

  /** Nationality and side by the adjectives and compounds before a noun. */
  private void adjectives(Tree tree, int from, int head, Entity entity) {
    for (int i = from; i < head; i++) {
      Draft other = tree.draft(i);
      if (other == null) {
        continue;
      }
      if (other.isName()) {
        Entity named = other.resolved();
        if (named.state != null) {
          if (actsForState(tree.lemma(head))) {
            entity.sideBy(other, BY_ADJECTIVE);
          }
        } else {
          entity.tell(Fact.Kind.AFFILIATION, other.text(), other.span());
          entity.sideBy(other, BY_COMPOUND);
        }
        i = Math.max(i, other.end - 1);
      } else if (other.modifier) {
        entity.sideBy(other, BY_COMPOUND);
      }
    }
  }

  private static String text(Tree tree, int from, int to) {
    StringBuilder out = new StringBuilder();
    for (int i = from; i < to; i++) {
      if (i > from && tree.token(i - 1).span().end() < tree.token(i).span().begin()) {
        out.append(' ');
      }
      out.append(tree.token(i).form());
    }
    return out.toString();
  }

  /** "X is the minister": a role by a predicate. */
  private void predicate(Tree tree, Draft noun) {
    if (!noun.isNominal() || !noun.actor || noun.plural || noun.entity != null) {
      return;
    }
    boolean copula = false;
    boolean denied = false;
    int subject = -1;
    for (Token d : tree.sentence.dependents(noun.head)) {
      String relation = d.plainRelation();
      if (relation.equals("cop")) {
        String form = d.form().toLowerCase(Locale.ROOT);
        copula = form.equals("is") || form.equals("was") || form.equals("’s") || form.equals("'s");
      } else if (relation.equals("nsubj")) {
        subject = d.index();
      } else if (relation.equals("aux")
          || tree.lemma(d.index()).equals("not")
          || tree.lemma(d.index()).equals("no")) {
        denied = true;
      }
    }
    Draft named = tree.draft(subject);
    if (copula && !denied && named != null && named.isName() && canBeOne(named, noun)) {
      join(named, noun);
    }
  }

  /** Side of a collective by the nationality in its own name ("Israeli army"). */
  void ownState(Draft name) {
    String text = name.text();
    int space = text.indexOf(' ');
    if (space < 0 || name.kind != ActorKind.ORGANIZATION) {
      return;
    }
    Entity entity = name.resolved();
    String last = name.tree.lemma(name.end - 1);
    boolean organ =
        switch (last) {
          case "army",
              "military",
              "ministry",
              "parliament",
              "police",
              "navy",
              "government",
              "cabinet",
              "senate",
              "embassy",
              "consulate",
              "intelligence",
              "guard",
              "mission" ->
              true;
          case "force", "forces" ->
              text.contains("Armed") || text.contains("Defen") || text.contains("Air");
          default -> false;
        };
    if (organ) {
      String first = text.substring(0, space);
      entity.state = null;
      world.ofPeople(first).or(() -> world.named(first)).ifPresent(state -> entity.organOf = state);
    }
  }
}
