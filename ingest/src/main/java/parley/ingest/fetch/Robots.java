package parley.ingest.fetch;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a site's robots.txt (RFC 9309) says to us: the rules of our own group, or else of all. */
final class Robots {

  /** The name that a site may address us by. */
  static final String NAME = "parley";

  private static final int MOST_RULES = 5000;
  private static final int LONGEST_RULE = 2000;
  private static final int LONGEST_DELAY_SECONDS = 60;

  private record Rule(boolean allowed, String pattern) {}

  /** Nothing is forbidden: there is no such file. */
  static final Robots OPEN = new Robots(List.of(), Duration.ZERO);

  /** Everything is forbidden: the site cannot say what is. */
  static final Robots CLOSED = new Robots(List.of(new Rule(false, "/")), Duration.ZERO);

  private final List<Rule> rules;
  private final Duration delay;

  private Robots(List<Rule> rules, Duration delay) {
    this.rules = rules;
    this.delay = delay;
  }

  static Robots of(String text) {
    List<Rule> ours = new ArrayList<>();
    List<Rule> all = new ArrayList<>();
    double[] delays = new double[2];
    boolean named = false;
    boolean inOurs = false;
    boolean inAll = false;
    boolean inHead = false;
    for (String raw : text.split("[\r\n]+")) {
      int comment = raw.indexOf('#');
      String line = comment < 0 ? raw : raw.substring(0, comment);
      int colon = line.indexOf(':');
      if (colon < 0) {
        continue;
      }
      String key = line.substring(0, colon).strip().toLowerCase(Locale.ROOT);
      String value = line.substring(colon + 1).strip();
      if (key.equals("user-agent")) {
        if (!inHead) {
          inOurs = false;
          inAll = false;
          inHead = true;
        }
        String agent = value.toLowerCase(Locale.ROOT);
        inAll |= agent.equals("*");
        inOurs |= agent.equals(NAME) || agent.startsWith(NAME + "/");
        named |= inOurs;
        continue;
      }
      if (key.equals("allow") || key.equals("disallow")) {
        inHead = false;
        Rule rule = new Rule(key.equals("allow"), value);
        if (!value.isEmpty() && value.length() <= LONGEST_RULE) {
          if (inOurs && ours.size() < MOST_RULES) {
            ours.add(rule);
          }
          if (inAll && all.size() < MOST_RULES) {
            all.add(rule);
          }
        }
      } else if (key.equals("crawl-delay")) {
        inHead = false;
        if (inOurs) {
          delays[0] = seconds(value);
        }
        if (inAll) {
          delays[1] = seconds(value);
        }
      }
    }
    return new Robots(
        List.copyOf(named ? ours : all),
        Duration.ofMillis(Math.round(1000 * delays[named ? 0 : 1])));
  }

  private static double seconds(String value) {
    return value.matches("\\d{1,6}(\\.\\d{1,3})?")
        ? Math.min(LONGEST_DELAY_SECONDS, Double.parseDouble(value))
        : 0;
  }

  /** How long to wait between two requests; zero if the site does not say. */
  Duration delay() {
    return delay;
  }

  /**
   * Whether a path with its query may be fetched: by the longest rule that fits, and of equal ones
   * by the one that allows.
   */
  boolean allows(String path) {
    int longest = -1;
    boolean allowed = true;
    for (Rule rule : rules) {
      int length = rule.pattern.length();
      if ((length > longest || length == longest && rule.allowed) && fits(rule.pattern, path)) {
        longest = length;
        allowed = rule.allowed;
      }
    }
    return allowed;
  }

  /**
   * Whether a path begins as the pattern says, {@code *} for anything and {@code $} for its end.
   */
  private static boolean fits(String pattern, String path) {
    boolean toEnd = pattern.endsWith("$");
    String[] pieces =
        (toEnd ? pattern.substring(0, pattern.length() - 1) : pattern).split("\\*", -1);
    if (!path.startsWith(pieces[0])) {
      return false;
    }
    int at = pieces[0].length();
    for (int i = 1; i < pieces.length; i++) {
      boolean last = i == pieces.length - 1;
      if (last && toEnd) {
        return path.length() - pieces[i].length() >= at && path.endsWith(pieces[i]);
      }
      int found = path.indexOf(pieces[i], at);
      if (found < 0) {
        return false;
      }
      at = found + pieces[i].length();
    }
    return !toEnd || at == path.length();
  }
}
