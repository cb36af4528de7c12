package parley.app.house.broken.extract.statements;

import parley.app.house.broken.extract.times.EarlyReader;
import parley.app.house.broken.record.internal.Hidden;

/** Sees an earlier extractor, as it may, and the insides of another room, as it may not. */
public final class LateReader {
  EarlyReader early = new EarlyReader();
  Hidden hidden = new Hidden();
}
