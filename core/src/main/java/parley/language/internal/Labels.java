package parley.language.internal;

import java.util.List;

/** The classes of the models, by their numbers. */
public final class Labels {

  /** Penn Treebank tags as in UD English's XPOS column. */
  public static final List<String> TAGS =
      List.of(
          "$", "''", ",", "-LRB-", "-RRB-", ".", ":", "ADD", "AFX", "CC", "CD", "DT", "EX", "FW",
          "GW", "HYPH", "IN", "JJ", "JJR", "JJS", "LS", "MD", "NFP", "NN", "NNP", "NNPS", "NNS",
          "PDT", "POS", "PRP", "PRP$", "RB", "RBR", "RBS", "RP", "SYM", "TO", "UH", "VB", "VBD",
          "VBG", "VBN", "VBP", "VBZ", "WDT", "WP", "WP$", "WRB", "XX", "``");

  /** Relations of UD English EWT. */
  public static final List<String> RELATIONS =
      List.of(
          "acl",
          "acl:relcl",
          "advcl",
          "advcl:relcl",
          "advmod",
          "amod",
          "appos",
          "aux",
          "aux:pass",
          "case",
          "cc",
          "cc:preconj",
          "ccomp",
          "compound",
          "compound:prt",
          "conj",
          "cop",
          "csubj",
          "csubj:outer",
          "csubj:pass",
          "dep",
          "det",
          "det:predet",
          "discourse",
          "dislocated",
          "expl",
          "fixed",
          "flat",
          "goeswith",
          "iobj",
          "list",
          "mark",
          "nmod",
          "nmod:desc",
          "nmod:poss",
          "nmod:unmarked",
          "nsubj",
          "nsubj:outer",
          "nsubj:pass",
          "nummod",
          "obj",
          "obl",
          "obl:agent",
          "obl:unmarked",
          "orphan",
          "parataxis",
          "punct",
          "reparandum",
          "root",
          "vocative",
          "xcomp");

  /** Names: begin, inside, last and single token of each kind, 0 for none. */
  public static final int NAME_CLASSES = 13;

  public static final int OUTSIDE = 0;

  /** First class of a kind; its inside, last and unit follow. */
  public static final int PERSON = 1;

  public static final int ORGANIZATION = 5;
  public static final int PLACE = 9;

  private Labels() {}

  /** The tag's number, that of "XX" for one not in the list. */
  public static int tag(String tag) {
    int at = TAGS.indexOf(tag);
    return at < 0 ? TAGS.indexOf("XX") : at;
  }

  /** The relation's number; a subtype not in the list loses it, an unknown relation is "dep". */
  public static int relation(String relation) {
    int at = RELATIONS.indexOf(relation);
    if (at < 0 && relation.indexOf(':') > 0) {
      at = RELATIONS.indexOf(relation.substring(0, relation.indexOf(':')));
    }
    return at < 0 ? RELATIONS.indexOf("dep") : at;
  }
}
