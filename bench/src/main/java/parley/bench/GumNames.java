package parley.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import parley.language.LanguageReader;
import parley.language.ModelReader;
import parley.language.Name;
import parley.language.NameKind;
import parley.language.Sentence;
import parley.language.internal.States;
import parley.language.internal.Titles;
import parley.teacher.CoreNlpReader;
import parley.text.Metadata;
import parley.text.Part;
import parley.text.PartRole;
import parley.text.Report;
import parley.text.Span;

/**
 * Names against GUM's entities in news, interviews and speeches. A gold name is the stretch of
 * proper nouns at the head of a person, organisation or place (GUM's minimal span), without titles
 * before it. States count as places; words for a state's people are left out on both sides.
 */
final class GumNames {

  private static final Pattern OPENING =
      Pattern.compile("\\((\\d+)-([a-z]+)-[^-]*-[^-]*-[^-]*-([0-9,]+)-[^()]*?(\\))?(?=[()]|$)");
  private static final Pattern BRACKET = Pattern.compile("\\([^()]*\\)?|\\d+\\)");

  /** Stand before titles. */
  private static final Set<String> TITLES = Set.of("Vice", "Madam", "Chief", "Prime", "Foreign");

  private record Item(NameKind kind, Span span) {}

  private final Call call;

  GumNames(Call call) {
    this.call = call;
  }

  void run() throws IOException {
    Map<String, List<Conllu.Sentence>> documents = new LinkedHashMap<>();
    for (Conllu.Sentence s :
        Conllu.read(call.dataOr("linguistics").resolve("en_gum-ud-dev.conllu"))) {
      String id = s.document();
      if (id.contains("_news_") || id.contains("_interview_") || id.contains("_speech_")) {
        documents.computeIfAbsent(id, k -> new ArrayList<>()).add(s);
      }
    }
    call.print().println("Names on GUM dev's news, interviews and speeches, exact span and kind");
    score("Parley", ModelReader.shipped(), documents);
    if (AgainstTeacher.teacherIsThere()) {
      score("CoreNLP", CoreNlpReader.withoutTrees(), documents);
    }
  }

  private void score(
      String label, LanguageReader reader, Map<String, List<Conllu.Sentence>> documents) {
    SpanCount all = new SpanCount();
    Map<NameKind, SpanCount> kinds = new EnumMap<>(NameKind.class);
    for (List<Conllu.Sentence> document : documents.values()) {
      StringBuilder text = new StringBuilder();
      List<Part> parts = new ArrayList<>();
      Set<Item> gold = new HashSet<>();
      for (Conllu.Sentence s : document) {
        int begin = text.length();
        List<Span> spans = new ArrayList<>();
        for (Conllu.Word w : s.words()) {
          spans.add(new Span(text.length(), text.length() + w.form().length()));
          text.append(w.form()).append(w.space() ? " " : "");
        }
        parts.add(new Part(PartRole.BODY, new Span(begin, text.length())));
        addGold(s.words(), spans, gold);
        text.append("\n\n");
      }
      Report report = Report.ofText(Metadata.builder().build(), text.toString(), parts);
      Set<Item> found = new HashSet<>();
      for (Sentence s : reader.analyse(report).sentences()) {
        for (Name name : s.names()) {
          Span span = s.span(name.begin(), name.end());
          List<String> forms = s.tokens().stream().map(t -> t.form()).toList();
          if (name.kind() != NameKind.TITLE && !isPeople(forms, name.begin(), name.end())) {
            found.add(new Item(place(name.kind()), withoutArticle(span, text)));
          }
        }
      }
      all.add(gold, found);
      if (call.words().contains("show")) {
        show(label, "missed", gold, found, text);
        show(label, "wrong", found, gold, text);
      }
      for (NameKind kind : List.of(NameKind.PERSON, NameKind.ORGANIZATION, NameKind.PLACE)) {
        kinds.computeIfAbsent(kind, k -> new SpanCount()).add(only(gold, kind), only(found, kind));
      }
    }
    call.print()
        .printf(
            Locale.ROOT,
            "  %-8s %d names: P %.1f R %.1f F1 %.1f",
            label,
            all.gold(),
            all.precision(),
            all.recall(),
            all.f1());
    kinds.forEach(
        (kind, c) ->
            call.print()
                .printf(Locale.ROOT, "  %s %.1f", kind.name().toLowerCase(Locale.ROOT), c.f1()));
    call.print().println();
  }

  private void show(
      String label, String what, Set<Item> items, Set<Item> others, CharSequence text) {
    items.stream()
        .filter(i -> !others.contains(i))
        .map(i -> "    " + label + " " + what + " " + i.kind() + ": " + i.span().of(text))
        .sorted()
        .forEach(call.print()::println);
  }

  private static Span withoutArticle(Span span, CharSequence text) {
    String name = span.of(text);
    return name.regionMatches(true, 0, "the ", 0, 4)
        ? new Span(span.begin() + 4, span.end())
        : span;
  }

  private static NameKind place(NameKind kind) {
    return kind == NameKind.STATE ? NameKind.PLACE : kind;
  }

  private static boolean isPeople(List<String> forms, int begin, int end) {
    return States.shipped().demonymAt(forms, begin) == end - begin;
  }

  private static Set<Item> only(Set<Item> items, NameKind kind) {
    Set<Item> result = new HashSet<>(items);
    result.removeIf(i -> i.kind() != kind);
    return result;
  }

  private static void addGold(List<Conllu.Word> words, List<Span> spans, Set<Item> gold) {
    List<String> forms = words.stream().map(Conllu.Word::form).toList();
    for (int i = 0; i < words.size(); i++) {
      String misc = words.get(i).misc();
      int at = misc.indexOf("Entity=");
      if (at < 0) {
        continue;
      }
      int bar = misc.indexOf('|', at);
      Matcher bracket = BRACKET.matcher(misc.substring(at + 7, bar < 0 ? misc.length() : bar));
      while (bracket.find()) {
        Matcher opening = OPENING.matcher(bracket.group());
        if (opening.find()) {
          NameKind kind = kindOf(opening.group(2));
          if (kind != null) {
            addName(words, forms, spans, i, opening.group(3).split(",", -1), kind, gold);
          }
        }
      }
    }
  }

  private static void addName(
      List<Conllu.Word> words,
      List<String> forms,
      List<Span> spans,
      int mention,
      String[] minimal,
      NameKind kind,
      Set<Item> gold) {
    int first = -1;
    int last = -1;
    for (String place : minimal) {
      int i = mention + Integer.parseInt(place) - 1;
      if (i < words.size() && words.get(i).tag().startsWith("NNP")) {
        first = first < 0 ? i : first;
        last = i;
      }
    }
    if (first < 0) {
      return;
    }
    while (first > mention && words.get(first - 1).tag().startsWith("NNP")) {
      first--;
    }
    while (first <= last
        && (Titles.shipped().isTitle(forms.get(first)) || TITLES.contains(forms.get(first)))) {
      first++;
    }
    // What is left of "Director of the Centre" and "Ortiz and Vega of the Centre" is no name.
    if (first > last || !words.get(first).tag().startsWith("NNP")) {
      return;
    }
    for (int i = first; i <= last; i++) {
      if (words.get(i).tag().equals("CC")) {
        return;
      }
      if (words.get(i).tag().equals(",")) {
        last = i - 1;
      }
    }
    if (!isPeople(forms, first, last + 1)) {
      gold.add(new Item(kind, new Span(spans.get(first).begin(), spans.get(last).end())));
    }
  }

  private static @Nullable NameKind kindOf(String type) {
    return switch (type) {
      case "person" -> NameKind.PERSON;
      case "organization" -> NameKind.ORGANIZATION;
      case "place" -> NameKind.PLACE;
      default -> null;
    };
  }
}
