package parley.ingest.page;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the headline that a page shows: the heading above the text that best agrees with what the
 * page says of itself. What is shown counts; titles written for search engines only help to find
 * it.
 */
final class Headline {

  private final List<String> titles = new ArrayList<>();

  Headline(Head head) {
    add(head.first("og:title", "twitter:title", "dc.title", "title"));
    for (JsonLd statement : head.statements) {
      if (statement.isReport()) {
        add(statement.string("headline"));
        add(statement.string("name"));
      }
    }
    add(head.title);
  }

  private void add(@Nullable String title) {
    if (title != null && !title.isBlank()) {
      titles.add(Body.plain(title));
    }
  }

  /** The shown headline; null if no heading above the text can be one. */
  @Nullable Block find(Outline outline, int firstBody) {
    Block found = find(outline, firstBody, 0.2);
    if (found == null && firstBody >= 0) {
      found = below(outline, firstBody);
    }
    return found != null ? found : find(outline, firstBody, 0.05);
  }

  /** A top heading that stands below a first paragraph, such as a notice above the story. */
  private static @Nullable Block below(Outline outline, int firstBody) {
    int limit = Math.min(outline.blocks.size(), firstBody + 40);
    for (int i = firstBody + 1; i < limit; i++) {
      Block block = outline.blocks.get(i);
      if (kind(block) == 0.6 && block.text.length() >= 10 && block.text.length() <= 300) {
        return block;
      }
    }
    return null;
  }

  private @Nullable Block find(Outline outline, int firstBody, double least) {
    Block best = null;
    double bestScore = 0.55;
    int limit =
        firstBody < 0 ? outline.blocks.size() : Math.min(outline.blocks.size(), firstBody + 1);
    for (int i = 0; i < limit; i++) {
      Block block = outline.blocks.get(i);
      if (block.text.length() > 300 || block.text.length() < 4) {
        continue;
      }
      double kind = kind(block);
      if (kind < least) {
        continue;
      }
      double nearness = limit == 0 ? 0 : 0.25 * (i + 1) / limit;
      double score = kind + agreement(block.text) + nearness;
      if ((block.box.hints
              & (Hint.NAVIGATION
                  | Hint.FOOT
                  | Hint.RELATED
                  | Hint.COMMENT
                  | Hint.HIDDEN
                  | Hint.PROMOTION))
          != 0) {
        score -= 0.4;
      }
      if (score > bestScore) {
        bestScore = score;
        best = block;
      }
    }
    return best;
  }

  private static double kind(Block block) {
    Box h1 = block.box.nearest("h1");
    if (h1 != null && block.box.depth - h1.depth < 4) {
      return 0.6;
    }
    if (block.isHeading()) {
      return block.box.tag.equals("h2") ? 0.3 : 0.2;
    }
    Box box = block.box;
    String names =
        box.element.className() + " " + box.element.id() + " " + box.element.attr("itemprop");
    String lower = names.toLowerCase(java.util.Locale.ROOT);
    return lower.contains("headline") || lower.contains("title") || lower.contains("titulo")
        ? 0.25
        : 0.05;
  }

  /** Highest share of words in common with one of the titles, 0 to 1. */
  double agreement(String text) {
    String plain = Body.plain(text);
    if (plain.isEmpty()) {
      return 0;
    }
    double best = 0;
    Set<String> words = new HashSet<>(Arrays.asList(plain.split(" ")));
    for (String title : titles) {
      if (title.equals(plain)) {
        return 1;
      }
      Set<String> other = new HashSet<>(Arrays.asList(title.split(" ")));
      int common = 0;
      for (String word : words) {
        if (other.contains(word)) {
          common++;
        }
      }
      double dice = 2.0 * common / (words.size() + other.size());
      double contained = title.startsWith(plain) && words.size() > 2 ? 0.95 : 0;
      best = Math.max(best, Math.max(dice, contained));
    }
    return best;
  }
}
