package parley.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import parley.language.LanguageReader;
import parley.language.ModelReader;
import parley.language.Name;
import parley.language.NameKind;
import parley.language.Sentence;
import parley.language.Token;
import parley.teacher.CoreNlpReader;
import parley.teacher.Paragraphs;
import parley.text.Report;
import parley.text.Span;

/** Tags and names against CoreNLP on news that no model was trained on. */
final class AgainstTeacher {

  private record Item(NameKind kind, Span span) {}

  private final Call call;

  AgainstTeacher(Call call) {
    this.call = call;
  }

  static boolean teacherIsThere() {
    return AgainstTeacher.class
            .getClassLoader()
            .getResource("edu/stanford/nlp/models/ner/english.all.3class.distsim.crf.ser.gz")
        != null;
  }

  void run() throws IOException {
    if (!teacherIsThere()) {
      call.print().println("Against the teacher: CoreNLP's models are not on the class path.");
      return;
    }
    call.print().println("Against the teacher, news not trained on, names by exact span and kind");
    LanguageReader teacher = CoreNlpReader.withoutTrees();
    compare(
        "PolNeAR dev",
        Texts.folder(call.dataOr("statements").resolve("polnear/dev/text")),
        teacher);
    Map<String, String> guardian =
        Texts.lines(call.dataOr("reports").resolve("guardian-syria.jsonl"));
    guardian.keySet().retainAll(heldOut(call.corpora()));
    compare("Guardian", guardian, teacher);
  }

  /** Reports that are marked for other tasks: the training leaves them out. */
  private static Set<String> heldOut(Path corpora) throws IOException {
    Set<String> ids = new HashSet<>();
    for (String part : List.of("dev", "train")) {
      for (String file : Texts.folder(corpora.resolve("positions/" + part)).keySet()) {
        ids.add(file.replaceAll("\\..*", ""));
      }
    }
    return ids;
  }

  private void compare(String label, Map<String, String> texts, LanguageReader teacher) {
    LanguageReader own = ModelReader.shipped();
    int tokens = 0;
    int shared = 0;
    int tags = 0;
    SpanCount all = new SpanCount();
    Map<NameKind, SpanCount> kinds = new EnumMap<>(NameKind.class);
    for (String text : texts.values()) {
      Report report = Paragraphs.report(text);
      List<Sentence> gold = teacher.analyse(report).sentences();
      List<Sentence> found = own.analyse(report).sentences();
      Map<Span, String> goldTags = new HashMap<>();
      for (Sentence s : gold) {
        for (Token t : s.tokens()) {
          goldTags.put(t.span(), t.tag());
          tokens++;
        }
      }
      for (Sentence s : found) {
        for (Token t : s.tokens()) {
          String tag = goldTags.get(t.span());
          if (tag != null) {
            shared++;
            tags += tag.equals(t.tag()) ? 1 : 0;
          }
        }
      }
      Set<Item> goldNames = names(gold);
      Set<Item> foundNames = names(found);
      all.add(goldNames, foundNames);
      for (NameKind kind : NameKind.values()) {
        if (kind != NameKind.TITLE) {
          kinds
              .computeIfAbsent(kind, k -> new SpanCount())
              .add(only(goldNames, kind), only(foundNames, kind));
        }
      }
    }
    call.print()
        .printf(
            Locale.ROOT,
            "  %-12s %d tokens, %.2f %% cut alike; tags %.2f; names P %.1f R %.1f F1 %.1f",
            label,
            tokens,
            Linguistics.percent(shared, tokens),
            Linguistics.percent(tags, shared),
            all.precision(),
            all.recall(),
            all.f1());
    kinds.forEach(
        (kind, c) ->
            call.print()
                .printf(Locale.ROOT, "  %s %.1f", kind.name().toLowerCase(Locale.ROOT), c.f1()));
    call.print().println();
  }

  private static Set<Item> names(List<Sentence> sentences) {
    Set<Item> items = new HashSet<>();
    for (Sentence s : sentences) {
      for (Name name : s.names()) {
        if (name.kind() != NameKind.TITLE) {
          items.add(new Item(name.kind(), s.span(name.begin(), name.end())));
        }
      }
    }
    return items;
  }

  private static Set<Item> only(Set<Item> items, NameKind kind) {
    Set<Item> result = new HashSet<>(items);
    result.removeIf(i -> i.kind() != kind);
    return result;
  }
}
