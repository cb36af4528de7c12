package parley.app.house.broken.record.internal;

/** Not for other rooms. */
public final class Hidden {}
