package parley.extract.positions.internal;

import parley.record.Actor;

/**
 * A word that may name who holds a position.
 *
 * @param view its sentence
 * @param token head of the noun phrase
 * @param actor whom it names
 */
public record Holder(SentenceView view, int token, Actor actor) {}
