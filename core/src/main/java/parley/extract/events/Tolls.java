package parley.extract.events;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import parley.language.Amount;
import parley.language.Numbers;
import parley.language.Sentence;
import parley.language.Token;
import parley.record.Anchor;
import parley.record.Toll;
import parley.text.Report;

/** Reads how many people an event touched. */
final class Tolls {

  private static final Map<String, Toll.Kind> KINDS =
      Map.ofEntries(
          Map.entry("kill", Toll.Kind.KILLED),
          Map.entry("slay", Toll.Kind.KILLED),
          Map.entry("murder", Toll.Kind.KILLED),
          Map.entry("massacre", Toll.Kind.KILLED),
          Map.entry("execute", Toll.Kind.KILLED),
          Map.entry("assassinate", Toll.Kind.KILLED),
          Map.entry("killing", Toll.Kind.KILLED),
          Map.entry("injure", Toll.Kind.INJURED),
          Map.entry("wound", Toll.Kind.INJURED),
          Map.entry("hurt", Toll.Kind.INJURED),
          Map.entry("arrest", Toll.Kind.HELD),
          Map.entry("detain", Toll.Kind.HELD),
          Map.entry("capture", Toll.Kind.HELD),
          Map.entry("kidnap", Toll.Kind.HELD),
          Map.entry("abduct", Toll.Kind.HELD),
          Map.entry("hold", Toll.Kind.HELD),
          Map.entry("release", Toll.Kind.RELEASED),
          Map.entry("free", Toll.Kind.RELEASED),
          Map.entry("liberate", Toll.Kind.RELEASED),
          Map.entry("displace", Toll.Kind.DISPLACED),
          Map.entry("evict", Toll.Kind.DISPLACED),
          Map.entry("expel", Toll.Kind.DISPLACED));

  private Tolls() {}

  static List<Toll> read(Report report, Sentence sentence, Token token, Clause clause) {
    Toll.Kind kind = KINDS.get(Clause.lemma(token));
    if (kind == null) {
      return List.of();
    }
    List<Token> counted = new ArrayList<>(clause.patients());
    counted.addAll(clause.byPreposition(token, "of"));
    List<Toll> tolls = new ArrayList<>();
    for (Token noun : counted) {
      Toll toll = count(report, sentence, noun, kind);
      if (toll != null) {
        tolls.add(toll);
      }
    }
    return tolls;
  }

  private static @Nullable Toll count(
      Report report, Sentence sentence, Token noun, Toll.Kind kind) {
    for (Amount amount : Numbers.in(sentence)) {
      if (amount.isWhole() && counts(sentence, amount, noun)) {
        int high = amount.high() >= Toll.OPEN ? Toll.OPEN : (int) amount.high();
        return new Toll(kind, (int) amount.low(), high, Anchor.in(report, amount.span()));
      }
    }
    return null;
  }

  /** Whether the amount is the noun itself ("killed dozens") or stands on it ("12 people"). */
  private static boolean counts(Sentence sentence, Amount amount, Token noun) {
    for (int i = amount.begin(); i < amount.end(); i++) {
      Token token = sentence.token(i);
      if (i == noun.index()
          || token.head() == noun.index()
              && (token.plainRelation().equals("nummod") || token.plainRelation().equals("amod"))) {
        return true;
      }
    }
    return false;
  }
}
