package parley.extract.events.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import parley.extract.events.internal.Filler.Occurrence;
import parley.language.AnalysedReport;
import parley.language.Sentence;
import parley.language.Token;

/** Finds the phrases of a report that may fill a role: noun phrases, their ends, "X of Y". */
public final class FillerFinder {

  private static final int LONGEST_END = 7;
  private static final int LONGEST = 12;

  private final AnalysedReport report;
  private final Map<String, List<Occurrence>> found = new LinkedHashMap<>();

  private FillerFinder(AnalysedReport report) {
    this.report = report;
  }

  /** In order of first occurrence. */
  public static List<Filler> find(AnalysedReport report) {
    FillerFinder finder = new FillerFinder(report);
    for (int s = 0; s < report.sentences().size(); s++) {
      finder.sentence(s, report.sentences().get(s));
    }
    List<Filler> fillers = new ArrayList<>();
    finder.found.forEach((key, occurrences) -> fillers.add(new Filler(key, occurrences)));
    return fillers;
  }

  private void sentence(int index, Sentence sentence) {
    int n = sentence.size();
    int i = 0;
    while (i < n) {
      if (!inPhrase(sentence.token(i))) {
        i++;
        continue;
      }
      int begin = i;
      while (i < n && inPhrase(sentence.token(i))) {
        i++;
      }
      int end = i;
      while (end > begin && !isNoun(sentence.token(end - 1))) {
        end--;
      }
      if (end > begin) {
        phrase(index, sentence, begin, end);
      }
    }
  }

  private void phrase(int index, Sentence sentence, int begin, int end) {
    for (int b = Math.max(begin, end - LONGEST_END); b < end; b++) {
      add(index, sentence, b, end, end - 1, b == begin);
    }
    int next = end;
    if (next < sentence.size() && word(sentence.token(next)).equals("of")) {
      next++;
      while (next < sentence.size() && sentence.token(next).tag().equals("DT")) {
        next++;
      }
      int of = next;
      while (next < sentence.size() && inPhrase(sentence.token(next))) {
        next++;
      }
      while (next > of && !isNoun(sentence.token(next - 1))) {
        next--;
      }
      if (next > of && next - begin <= LONGEST) {
        add(index, sentence, begin, next, end - 1, true);
      }
    }
  }

  private void add(int index, Sentence sentence, int begin, int end, int head, boolean whole) {
    String key = key(sentence, begin, end);
    if (!key.isEmpty()) {
      found
          .computeIfAbsent(key, k -> new ArrayList<>(2))
          .add(new Occurrence(index, begin, end, head, whole, sentence.span(begin, end)));
    }
  }

  private String key(Sentence sentence, int begin, int end) {
    return fold(sentence.span(begin, end).of(report.report().text()));
  }

  /** Lower case, without punctuation and articles, single spaces. */
  public static String fold(String text) {
    StringBuilder kept = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isLetterOrDigit(c) || c > 127 && !Character.isWhitespace(c)) {
        kept.append(c);
      } else if (Character.isWhitespace(c)) {
        kept.append(' ');
      }
    }
    StringBuilder result = new StringBuilder(kept.length());
    for (String word : kept.toString().toLowerCase(Locale.ROOT).split(" +")) {
      if (!word.isEmpty() && !word.equals("the") && !word.equals("a") && !word.equals("an")) {
        result.append(result.length() == 0 ? "" : " ").append(word);
      }
    }
    return result.toString();
  }

  private static boolean inPhrase(Token token) {
    String tag = token.tag();
    return tag.startsWith("NN")
        || tag.startsWith("JJ")
        || tag.equals("CD")
        || tag.equals("VBN")
        || tag.equals("VBG")
        || tag.equals("HYPH")
        || tag.equals("POS")
        || tag.equals("FW");
  }

  private static boolean isNoun(Token token) {
    return token.tag().startsWith("NN") || token.tag().equals("CD") || token.tag().equals("FW");
  }

  private static String word(Token token) {
    return token.form().toLowerCase(Locale.ROOT);
  }
}
