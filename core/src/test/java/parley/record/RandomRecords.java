package parley.record;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import parley.text.Alignment;
import parley.text.Metadata;
import parley.text.Part;
import parley.text.PartRole;
import parley.text.Report;
import parley.text.Span;
import parley.text.Timestamp;

/** Records of every shape the model allows, from a seed. They make no sense as readings. */
final class RandomRecords {

  private static final String[] CHUNKS = {
    "a",
    "said",
    " ",
    "\n\n",
    "“",
    "”",
    "\"",
    "\\",
    "é",
    "𝔘",
    "🕊",
    "\u0000",
    "\u2028",
    "\u2029",
    "\u0085",
    "\u202E",
    "\uD800",
    "\uDC00",
    "\uFEFF",
    "\u007F",
    "</script>",
    "ß",
    "عربي",
    "\t",
    "\r"
  };

  private final Random random;

  RandomRecords(long seed) {
    random = new Random(seed);
  }

  Record next() {
    Report report = report();
    List<String> actors = ids("a");
    List<String> statements = ids("s");
    List<String> events = ids("e");
    List<String> positions = ids("p");
    List<String> times = ids("t");
    return new Record(
        report,
        string(),
        actors.stream().map(id -> actor(report, id, actors)).toList(),
        statements.stream().map(id -> statement(report, id, actors, statements, times)).toList(),
        events.stream().map(id -> event(report, id, actors, statements, times)).toList(),
        ids("i").stream().map(id -> incident(report, id, actors, events, times)).toList(),
        positions.stream()
            .map(id -> position(report, id, actors, statements, positions, times))
            .toList(),
        times.stream()
            .map(
                id ->
                    new TimeExpression(
                        id, anchor(report), one(TimeExpression.Type.values()), string()))
            .toList());
  }

  private Report report() {
    // Never empty and never ending in the middle of a pair, so that an anchor can be found.
    String text = string() + "x";
    List<Part> parts = new ArrayList<>();
    for (int begin = 0; begin < text.length(); ) {
      int end = boundary(text, begin + 1 + random.nextInt(text.length() - begin));
      parts.add(new Part(one(PartRole.values()), new Span(boundary(text, begin), end)));
      begin = end;
    }
    Metadata.Builder about =
        Metadata.builder()
            .url(maybe(string()))
            .source(maybe(string()))
            .title(maybe(string()))
            .published(maybe(timestamp()))
            .modified(maybe(timestamp()))
            .language("en")
            .authors(IntStream.range(0, random.nextInt(3)).mapToObj(i -> string()).toList())
            .agency(maybe(string()))
            .section(maybe(string()))
            .duplicateOf(maybe(string()));
    if (random.nextBoolean()) {
      about.found("title", string());
    }
    Alignment map =
        random.nextBoolean()
            ? null
            : new Alignment(
                parts.stream()
                    .map(p -> new Alignment.Run(p.span(), new Span(3, 3 + random.nextInt(9))))
                    .toList());
    return new Report("r" + random.nextInt(1000), about.build(), text, parts, map);
  }

  private Timestamp timestamp() {
    LocalDate date = LocalDate.of(1980 + random.nextInt(50), 1 + random.nextInt(12), 9);
    return switch (random.nextInt(3)) {
      case 0 -> Timestamp.ofDate(date);
      case 1 -> new Timestamp(date, LocalTime.of(random.nextInt(24), 15), null);
      default ->
          new Timestamp(
              date,
              LocalTime.of(1, 2, random.nextInt(60), random.nextInt(1000) * 1_000_000),
              ZoneOffset.ofHours(random.nextInt(5)));
    };
  }

  private Actor actor(Report report, String id, List<String> actors) {
    return new Actor(
        id,
        string(),
        random.nextBoolean(),
        one(ActorKind.values()),
        few(() -> new Fact(one(Fact.Kind.values()), string(), anchor(report)), 0),
        maybe(one(actors)),
        few(() -> new Mention(anchor(report), one(Mention.Form.values())), 1));
  }

  private Statement statement(
      Report report, String id, List<String> actors, List<String> statements, List<String> times) {
    return new Statement(
        id,
        one(Statement.Kind.values()),
        string(),
        maybe(one(actors)),
        few(() -> anchor(report), 0),
        few(() -> anchor(report), 0),
        few(() -> anchor(report), 1),
        maybe(one(actors)),
        maybe(anchor(report)),
        maybe(one(times)),
        one(PartRole.values()),
        random.nextBoolean(),
        random.nextBoolean(),
        maybe(one(statements)),
        provenance());
  }

  private Event event(
      Report report, String id, List<String> actors, List<String> statements, List<String> times) {
    return new Event(
        id,
        string(),
        maybe(string()),
        few(() -> anchor(report), 1),
        few(() -> one(actors), 0),
        few(() -> one(actors), 0),
        maybe(one(actors)),
        maybe(one(times)),
        few(
            () -> {
              int low = random.nextInt(50);
              int high = random.nextBoolean() ? Toll.OPEN : low + random.nextInt(9);
              return new Toll(one(Toll.Kind.values()), low, high, anchor(report));
            },
            0),
        one(Event.Status.values()),
        maybe(one(statements)),
        provenance());
  }

  private Incident incident(
      Report report, String id, List<String> actors, List<String> events, List<String> times) {
    return new Incident(
        id,
        string(),
        maybe(one(actors)),
        maybe(one(times)),
        few(() -> one(actors), 0),
        few(() -> one(actors), 0),
        few(() -> anchor(report), 0),
        maybe(anchor(report)),
        few(() -> one(events), 1));
  }

  private Position position(
      Report report,
      String id,
      List<String> actors,
      List<String> statements,
      List<String> positions,
      List<String> times) {
    return new Position(
        id,
        one(actors),
        one(Stance.values()),
        string(),
        few(() -> anchor(report), 1),
        few(() -> anchor(report), 1),
        few(() -> anchor(report), 0),
        maybe(new Quantity(anchor(report), maybe(number()), maybe(number()), maybe(string()))),
        maybe(one(times)),
        maybe(one(actors)),
        maybe(one(statements)),
        maybe(one(actors)),
        few(() -> one(positions), 0),
        provenance());
  }

  private double number() {
    return switch (random.nextInt(5)) {
      case 0 -> random.nextInt(1000);
      case 1 -> -0.0;
      case 2 -> random.nextGaussian() * 1e30;
      case 3 -> 2e-3;
      default -> random.nextDouble();
    };
  }

  private Provenance provenance() {
    return new Provenance(string(), random.nextDouble(), few(this::string, 0));
  }

  private Anchor anchor(Report report) {
    String text = report.text();
    int begin = boundary(text, random.nextInt(text.length()));
    int end = boundary(text, begin + 1 + random.nextInt(text.length() - begin));
    return Anchor.in(report, new Span(begin, end));
  }

  /** The offset, or the one after if it lies inside a surrogate pair. */
  private static int boundary(String text, int offset) {
    boolean inside =
        offset > 0
            && offset < text.length()
            && Character.isSurrogatePair(text.charAt(offset - 1), text.charAt(offset));
    return inside ? offset + 1 : offset;
  }

  private List<String> ids(String prefix) {
    return IntStream.rangeClosed(1, 1 + random.nextInt(3)).mapToObj(i -> prefix + i).toList();
  }

  private <T> List<T> few(java.util.function.Supplier<T> make, int least) {
    List<T> result = new ArrayList<>();
    for (int i = random.nextInt(3) + least; i > 0; i--) {
      result.add(make.get());
    }
    return result;
  }

  private <T> @Nullable T maybe(@Nullable T value) {
    return random.nextInt(3) == 0 ? null : value;
  }

  private <T> T one(T[] values) {
    return values[random.nextInt(values.length)];
  }

  private <T> T one(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }

  private String string() {
    StringBuilder result = new StringBuilder();
    for (int i = random.nextInt(12); i > 0; i--) {
      result.append(one(CHUNKS));
    }
    return result.toString();
  }
}
