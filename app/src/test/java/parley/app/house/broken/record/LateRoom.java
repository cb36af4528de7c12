package parley.app.house.broken.record;

import parley.app.house.broken.record.internal.Hidden;

/** Sees what is hidden in its own room, as it may. */
public final class LateRoom {
  Hidden hidden = new Hidden();
}
