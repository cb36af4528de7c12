package parley.extract.actors;

/** What the words of a mention tell of its gender, for agreement with pronouns. */
enum Gender {
  UNKNOWN,
  MALE,
  FEMALE,
  /** "it". */
  NEUTER;

  static Gender ofCode(char code) {
    return code == 'm' ? MALE : code == 'f' ? FEMALE : UNKNOWN;
  }

  boolean agrees(Gender other) {
    return this == UNKNOWN || other == UNKNOWN || this == other;
  }
}
