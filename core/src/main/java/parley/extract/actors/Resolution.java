package parley.extract.actors;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import parley.record.ActorKind;

/** Goes through a report from left to right and gives descriptions and pronouns their entities. */
final class Resolution {

  /** Sentences for which somebody who was addressed is "you". */
  private static final int ADDRESSED = 6;

  private final NominalResolver nominals;
  private final PronounResolver pronouns;
  private final List<List<Draft>> bySentence;
  private final List<@Nullable Draft> sources;
  private final List<@Nullable Draft> addressees;
  private final Set<Draft> speaking;
  private final Metonyms metonyms;
  private final Map<Draft, Draft> addressed = new HashMap<>();
  private @Nullable Draft lastAddress;

  Resolution(
      NameClusters names,
      Roles roles,
      Lexicon lexicon,
      List<List<Draft>> bySentence,
      List<@Nullable Draft> sources,
      List<@Nullable Draft> addressees,
      Locations locations) {
    this.bySentence = bySentence;
    this.sources = sources;
    this.addressees = addressees;
    speaking = new HashSet<>();
    for (Draft source : sources) {
      if (source != null) {
        speaking.add(source);
      }
    }
    nominals = new NominalResolver(names, roles, lexicon);
    pronouns = new PronounResolver(bySentence, sources, speaking, lexicon);
    metonyms = new Metonyms(names, lexicon, speaking, locations);
  }

  void run() {
    for (List<Draft> drafts : bySentence) {
      for (Draft draft : drafts) {
        if (draft.kind == ActorKind.PERSON && draft.isName() && draft.entity != null) {
          nominals.knowTitles(draft.entity);
        }
      }
    }
    List<Draft> later = new ArrayList<>();
    for (List<Draft> drafts : bySentence) {
      // What stands outside quotation marks comes first: it says who speaks inside them.
      for (Draft draft : drafts) {
        if (draft.quotedBy < 0) {
          resolve(draft, later);
        }
      }
      for (Draft draft : drafts) {
        if (draft.quotedBy >= 0) {
          resolve(draft, later);
        }
      }
    }
    Entity author = new Entity();
    author.kind = ActorKind.PERSON;
    Entity authors = new Entity();
    authors.kind = ActorKind.GROUP;
    Turns turns = new Turns(bySentence);
    for (Draft draft : later) {
      Entity turn = draft.person == 1 && draft.quotedBy < 0 ? turns.at(draft) : null;
      Entity entity = turn == null ? personal(draft, draft.plural ? authors : author) : turn;
      if (entity != null) {
        entity.now().add(draft);
      }
    }
  }

  private void resolve(Draft draft, List<Draft> later) {
    if (draft.isName()) {
      metonyms.read(draft);
    } else if (!draft.members.isEmpty()) {
      nominals.join(draft);
    } else if (draft.isNominal()) {
      if (draft.actor && draft.entity == null) {
        nominals.resolve(draft);
      }
    } else if (draft.person != 3) {
      if (draft.person == 2
          && lastAddress != null
          && draft.sentence() - lastAddress.sentence() <= ADDRESSED) {
        addressed.put(draft, lastAddress);
      }
      later.add(draft);
      return;
    } else {
      third(draft);
    }
    if (draft.address && draft.quotedBy < 0) {
      lastAddress = draft;
    }
    Entity entity = draft.entity;
    if (entity != null) {
      nominals.seen(draft);
      if (speaking.contains(draft)) {
        pronouns.spoke(entity);
      }
    }
  }

  private void third(Draft pronoun) {
    Tree tree = pronoun.tree;
    Pronouns.Traits traits = Pronouns.of(tree.low(pronoun.head));
    if (traits == null) {
      traits = Pronouns.relative();
    }
    Draft antecedent;
    if (traits.relative()) {
      antecedent = tree.draft(Pronouns.relativeHead(tree, pronoun.head));
      if (antecedent != null) {
        pronoun.plural = antecedent.plural;
      }
    } else {
      antecedent = pronouns.antecedent(pronoun, traits);
    }
    Entity entity = antecedent == null ? null : antecedent.entity;
    if (entity != null && tree.low(pronoun.head).startsWith("who") && isNoOne(entity)) {
      entity = null;
    }
    if (entity == null) {
      if (!speaking.contains(pronoun) || traits.relative()) {
        return;
      }
      entity = new Entity();
      entity.kind =
          pronoun.plural
              ? ActorKind.GROUP
              : pronoun.gender == Gender.NEUTER ? ActorKind.ORGANIZATION : ActorKind.PERSON;
    }
    Gender gender = pronoun.gender;
    entity.add(pronoun);
    if (entity.gender == Gender.UNKNOWN && entity.kind == ActorKind.PERSON) {
      entity.gender = gender;
    }
  }

  private static boolean isNoOne(Entity entity) {
    return entity.kind == ActorKind.STATE || entity.kind == ActorKind.PLACE;
  }

  /** "I", "we", "you": the speaker and the addressee of the quotation, or the report's author. */
  private @Nullable Entity personal(Draft pronoun, Entity author) {
    int speech = pronoun.quotedBy;
    if (speech < 0) {
      if (pronoun.person == 2) {
        Draft to = addressed.get(pronoun);
        return to == null ? null : to.entity;
      }
      if (speaking.contains(pronoun) || pronoun.person == 1) {
        return author;
      }
      return null;
    }
    Draft to = pronoun.person == 2 ? addressees.get(speech) : sources.get(speech);
    if (to == null || to == pronoun) {
      return null;
    }
    return to.entity;
  }
}
