package parley.extract.actors;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import parley.text.Span;

/** Tells in whose words a place of the report stands. */
final class SpeechMap {

  private record Stretch(Span span, int speech) {}

  private final List<Stretch> told = new ArrayList<>();
  private final List<Stretch> quoted = new ArrayList<>();

  SpeechMap(List<Speech> speeches) {
    for (int i = 0; i < speeches.size(); i++) {
      for (Span span : speeches.get(i).content()) {
        told.add(new Stretch(span, i));
      }
      for (Span span : speeches.get(i).quoted()) {
        quoted.add(new Stretch(span, i));
      }
    }
    Comparator<Stretch> order =
        Comparator.<Stretch>comparingInt(s -> s.span().begin())
            .thenComparingInt(s -> -s.span().end());
    told.sort(order);
    quoted.sort(order);
  }

  /** Notes at each draft, given in text order, the innermost speech and quotation around it. */
  void mark(List<Draft> drafts) {
    int[] innermostTold = innermost(drafts, told);
    int[] innermostQuoted = innermost(drafts, quoted);
    for (int i = 0; i < drafts.size(); i++) {
      drafts.get(i).toldBy = innermostTold[i];
      drafts.get(i).quotedBy = innermostQuoted[i];
    }
  }

  private static int[] innermost(List<Draft> drafts, List<Stretch> stretches) {
    int[] result = new int[drafts.size()];
    Arrays.fill(result, -1);
    List<Stretch> open = new ArrayList<>();
    int next = 0;
    for (int i = 0; i < result.length; i++) {
      int at = drafts.get(i).tree.token(drafts.get(i).head).span().begin();
      while (next < stretches.size() && stretches.get(next).span().begin() <= at) {
        open.add(stretches.get(next++));
      }
      while (!open.isEmpty() && open.get(open.size() - 1).span().end() <= at) {
        open.remove(open.size() - 1);
      }
      if (!open.isEmpty()) {
        result[i] = open.get(open.size() - 1).speech();
      }
    }
    return result;
  }
}
