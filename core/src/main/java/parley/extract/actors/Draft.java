package parley.extract.actors;

import java.util.List;
import org.jspecify.annotations.Nullable;
import parley.record.ActorKind;
import parley.record.Mention;
import parley.text.Span;

/** A mention in the making: where it stands and what its own words tell of it. */
final class Draft {

  final Tree tree;

  /** Tokens {@code [begin, end)} of the sentence. */
  final int begin;

  final int end;

  /** The token on which the mention's other tokens depend. */
  final int head;

  final Mention.Form form;

  /** Null if its words do not tell; a competitor for pronouns that is no actor has none either. */
  @Nullable ActorKind kind;

  Gender gender = Gender.UNKNOWN;
  boolean plural;

  /** False for things that are only here to take pronouns that are not about actors. */
  boolean actor = true;

  /** 1, 2 or 3. */
  int person = 3;

  /** Index of the innermost speech in whose quoted content it stands, -1 for none. */
  int quotedBy = -1;

  /** Index of the innermost speech in whose content it stands, -1 for none. */
  int toldBy = -1;

  /** Whether the words are of a group that modifies another noun ("army" of "army spokesman"). */
  boolean modifier;

  /** Whether a name of a state is here that of a region of another one ({@link Namesakes}). */
  boolean noState;

  /** Whether it addresses somebody ("Madam Speaker"), who is "you" from there on. */
  boolean address;

  /** Of a coordination the mentions that it joins, in text order; else empty. */
  List<Draft> members = List.of();

  @Nullable PersonName personName;
  @Nullable Entity entity;

  Draft(Tree tree, int begin, int end, int head, Mention.Form form) {
    this.tree = tree;
    this.begin = begin;
    this.end = end;
    this.head = head;
    this.form = form;
  }

  Span span() {
    return tree.sentence.span(begin, end);
  }

  int sentence() {
    return tree.number;
  }

  String lemma() {
    return tree.lemma(head);
  }

  /** The words as they stand, single spaces between tokens that are apart in the text. */
  String text() {
    StringBuilder out = new StringBuilder();
    for (int i = begin; i < end; i++) {
      if (i > begin && tree.token(i - 1).span().end() < tree.token(i).span().begin()) {
        out.append(' ');
      }
      out.append(tree.token(i).form());
    }
    return out.toString();
  }

  boolean isName() {
    return form == Mention.Form.NAME;
  }

  boolean isNominal() {
    return form == Mention.Form.NOMINAL;
  }

  boolean isPronoun() {
    return form == Mention.Form.PRONOUN;
  }

  /** The entity; only after resolution. */
  Entity resolved() {
    Entity e = entity;
    if (e == null) {
      throw new IllegalStateException("mention " + span() + " is not resolved");
    }
    return e;
  }

  @Override
  public String toString() {
    return form + " " + text();
  }
}
