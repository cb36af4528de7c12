package parley.app.dossier;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a person types into the search, as FTS5 understands it. Words stand for themselves whatever
 * signs they hold, so that no input is an error.
 *
 * <ul>
 *   <li>{@code talks truce}: both words, in any form (talk, talking)
 *   <li>{@code "ten-day truce"}: these words in this order
 *   <li>{@code negotia*}: words that begin so
 *   <li>{@code truce NEAR/5 captives}: at most five words between
 *   <li>{@code truce OR ceasefire}, {@code truce -captives}
 * </ul>
 */
final class Query {

  private static final Pattern PIECE = Pattern.compile("(-?)\"([^\"]*)\"(\\*?)|(\\S+)");
  private static final Pattern NEAR = Pattern.compile("NEAR(?:/(\\d{1,3}))?");
  private static final int USUAL_NEARNESS = 10;
  private static final int MOST_WORDS = 64;

  private Query() {}

  /** The query in FTS5's language, null if it holds no word. */
  static @Nullable String of(String typed) {
    List<String> wanted = new ArrayList<>();
    List<String> unwanted = new ArrayList<>();
    String join = "";
    int nearness = -1;
    Matcher piece = PIECE.matcher(typed.replace('\u0000', ' '));
    int words = 0;
    while (piece.find() && words < MOST_WORDS) {
      String bare = piece.group(4);
      Matcher near = bare == null ? null : NEAR.matcher(bare);
      if (near != null && near.matches()) {
        nearness =
            near.group(1) == null
                ? USUAL_NEARNESS
                : Integer.parseInt(near.group(1).toLowerCase(Locale.ROOT));
        continue;
      }
      if ("OR".equals(bare)) {
        join = "OR";
        continue;
      }
      if ("AND".equals(bare)) {
        continue;
      }
      boolean not = bare == null ? piece.group(1).equals("-") : bare.startsWith("-");
      String word = bare == null ? piece.group(2) : not ? bare.substring(1) : bare;
      boolean prefix = bare == null ? !piece.group(3).isEmpty() : word.endsWith("*");
      String term = term(word, prefix);
      if (term == null) {
        continue;
      }
      words++;
      if (not) {
        unwanted.add(term);
      } else if (nearness >= 0 && !wanted.isEmpty()) {
        String before = wanted.remove(wanted.size() - 1);
        wanted.add("NEAR(" + before + " " + term + ", " + nearness + ")");
      } else if (join.equals("OR") && !wanted.isEmpty()) {
        String before = wanted.remove(wanted.size() - 1);
        wanted.add("(" + before + " OR " + term + ")");
      } else {
        wanted.add(term);
      }
      join = "";
      nearness = -1;
    }
    if (wanted.isEmpty()) {
      return null;
    }
    String query = String.join(" AND ", wanted);
    return unwanted.isEmpty()
        ? query
        : "(" + query + ") NOT (" + String.join(" OR ", unwanted) + ")";
  }

  private static @Nullable String term(String word, boolean prefix) {
    if (word.codePoints().noneMatch(Character::isLetterOrDigit)) {
      return null;
    }
    String quoted =
        "\"" + Projection.wellFormed(word).replace("\"", "\"\"").replace("*", " ") + "\"";
    return prefix ? quoted + " *" : quoted;
  }
}
