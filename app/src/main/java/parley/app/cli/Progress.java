package parley.app.cli;

import java.util.Locale;
import java.util.function.LongSupplier;

/**
 * Says how far a long call is, with rate and remaining time: on a terminal in one line that is
 * written over, elsewhere as a plain line now and then.
 */
final class Progress {

  private static final long REDRAW = 200_000_000L;
  private static final long LOG = 30_000_000_000L;

  private final Console console;
  private final LongSupplier nanos;
  private final long start;
  private long last;
  private long bytes;
  private long all;
  private int reports;

  /**
   * @param nanos a clock that never goes back
   */
  Progress(Console console, LongSupplier nanos) {
    this.console = console;
    this.nanos = nanos;
    this.start = nanos.getAsLong();
    this.last = start;
  }

  /** Bytes that are still to come, as far as that is known. */
  void expect(long more) {
    all += more;
  }

  void bytes(long more) {
    bytes += more;
  }

  /** Takes an input's rest as done, which need not be read to its end. */
  void past(long expected, long read) {
    bytes += Math.max(0, expected - read);
  }

  void report() {
    reports++;
  }

  /** Tells what is being read, if it is time to. */
  void tell(String name) {
    long now = nanos.getAsLong();
    if (console.showsProgress()) {
      if (now - last >= REDRAW) {
        last = now;
        console.progress(line(now) + ": " + name);
      }
    } else if (now - last >= LOG && !console.isShowingReadings()) {
      last = now;
      console.complain("parley: " + line(now));
    }
  }

  private String line(long now) {
    double seconds = Math.max(1e-3, (now - start) / 1e9);
    StringBuilder line = new StringBuilder();
    line.append(String.format(Locale.ROOT, "%,d reports, %.1f/s", reports, reports / seconds));
    if (all > 0 && bytes > 0) {
      double part = Math.min(1, (double) bytes / all);
      line.append(String.format(Locale.ROOT, ", %.0f %%", 100 * part));
      if (seconds > 3) {
        line.append(", ").append(left(Math.round(seconds * (1 - part) / part)));
      }
    }
    return line.toString();
  }

  private static String left(long seconds) {
    return seconds < 90
        ? seconds + " s left"
        : seconds < 5400
            ? (seconds + 30) / 60 + " min left"
            : String.format(Locale.ROOT, "%.1f h left", seconds / 3600.0);
  }
}
