package parley.ingest.page;

import java.util.List;
import java.util.Locale;

/** Whether a page's text looks cut off: it ends in dots, or an offer to read on follows it. */
final class Cut {

  /** Blocks after the last one of the body in which an offer is looked for. */
  private static final int NEAR = 8;

  private static final int LONGEST_OFFER = 300;

  private static final List<String> OFFERS =
      List.of(
          "to continue reading",
          "to keep reading",
          "to read the full",
          "to read the rest",
          "to read this article",
          "to read this story",
          "to unlock this article",
          "this article is for subscribers",
          "this story is for subscribers",
          "is available to subscribers only",
          "for subscribers only",
          "exclusive to subscribers",
          "remaining of this article",
          "already a subscriber?",
          "already subscribed?");

  private Cut() {}

  static boolean after(Outline outline, int lastBody) {
    String last = outline.blocks.get(lastBody).text.strip();
    if (last.endsWith("\u2026") || last.endsWith("...") || last.endsWith("[\u2026]")) {
      return true;
    }
    int end = Math.min(outline.blocks.size(), lastBody + 1 + NEAR);
    for (int i = lastBody + 1; i < end; i++) {
      String text = outline.blocks.get(i).text;
      if (text.length() <= LONGEST_OFFER) {
        String lower = text.toLowerCase(Locale.ROOT);
        if (OFFERS.stream().anyMatch(lower::contains)) {
          return true;
        }
      }
    }
    return false;
  }
}
