package parley.language;

/** What a name, or a title beside one, stands for. */
public enum NameKind {
  PERSON,
  /** An organisation or an organised group: a ministry, an army, a movement, a firm. */
  ORGANIZATION,
  /** A state, or the people of one ("Colombia", "Colombian"). */
  STATE,
  /** A place that is no state. */
  PLACE,
  /** A title or role beside a name ("President", "Foreign Minister"). */
  TITLE
}
