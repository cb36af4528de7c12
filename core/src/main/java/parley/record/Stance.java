package parley.record;

/** What a party does with an issue. */
public enum Stance {
  /** Asks for, insists on, sets as its goal that others or all do something. */
  DEMAND,
  /** Says that it will, is ready to, proposes to do or give something. */
  OFFER,
  /** Agrees to, supports, welcomes what is proposed, demanded or done. */
  ACCEPT,
  /** Refuses, rules out, opposes, criticises what is proposed, demanded or done. */
  REJECT,
  /** Says that it will harm or punish, or let harm happen, to get its way. */
  THREATEN
}
