package parley.app.house.broken.text;

import parley.app.house.broken.record.LateRoom;

/** Sees a later room. */
public final class EarlyRoom {
  LateRoom late = new LateRoom();
}
