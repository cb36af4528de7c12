package parley.extract.statements.internal;

/** Hashes of the words, tags and relations that features ask for by name. */
final class Words {

  static final int THAT = "that".hashCode();
  static final int TO = "to".hashCode();
  static final int QUOTE = "quote".hashCode();
  static final int AS = "as".hashCode();
  static final int COMMA = ",".hashCode();
  static final int COLON = ":".hashCode();
  static final int STOP = ".".hashCode();
  static final int QUESTION = "?".hashCode();
  static final int DASH = "—".hashCode();
  static final int SHORT_DASH = "–".hashCode();
  static final int HYPHEN = "-".hashCode();

  static final int NSUBJ = "nsubj".hashCode();
  static final int NSUBJ_PASS = "nsubj:pass".hashCode();
  static final int OBJ = "obj".hashCode();
  static final int OBL = "obl".hashCode();
  static final int OBL_AGENT = "obl:agent".hashCode();
  static final int CCOMP = "ccomp".hashCode();
  static final int XCOMP = "xcomp".hashCode();
  static final int ADVCL = "advcl".hashCode();
  static final int ACL = "acl".hashCode();
  static final int ACL_RELCL = "acl:relcl".hashCode();
  static final int PARATAXIS = "parataxis".hashCode();
  static final int MARK = "mark".hashCode();
  static final int CASE = "case".hashCode();
  static final int AUX = "aux".hashCode();
  static final int AUX_PASS = "aux:pass".hashCode();
  static final int NMOD_POSS = "nmod:poss".hashCode();
  static final int NMOD = "nmod".hashCode();
  static final int CONJ = "conj".hashCode();
  static final int CSUBJ = "csubj".hashCode();
  static final int PUNCT = "punct".hashCode();

  private Words() {}

  static boolean dash(int word) {
    return word == DASH || word == SHORT_DASH || word == HYPHEN || word == "--".hashCode();
  }
}
