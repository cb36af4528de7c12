package parley.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import parley.language.ModelReader;
import parley.language.Sentence;
import parley.language.Token;

/**
 * The language room against gold trees, gold names, marked tokens and sentences, and the teacher.
 * Words after the task choose among {@code trees names marks teacher}; {@code show} lists the names
 * that differ.
 */
final class Linguistics implements Task {

  @Override
  public String name() {
    return "linguistics";
  }

  @Override
  public String summary() {
    return "tags, trees, names, tokens, sentences; linguistics/ [trees] [names] [marks] [teacher]";
  }

  @Override
  public void run(Call call) throws IOException {
    List<String> parts =
        call.words().isEmpty() || call.words().equals(List.of("show"))
            ? List.of("trees", "names", "marks", "teacher")
            : call.words();
    if (parts.contains("trees")) {
      Path folder = call.dataOr("linguistics");
      call.print().println("Trees on gold tokens, own tags, without punctuation and subtypes");
      call.print()
          .println("                tokens    tags     UAS     LAS  all LAS  with subtypes");
      trees(call.print(), folder, "en_ewt-ud-dev.conllu", "EWT dev", d -> true);
      trees(call.print(), folder, "en_gum-ud-dev.conllu", "GUM dev", d -> true);
      trees(call.print(), folder, "en_gum-ud-dev.conllu", "GUM news", d -> d.contains("_news_"));
    }
    if (parts.contains("names")) {
      new GumNames(call).run();
    }
    if (parts.contains("marks")) {
      new Segmentation(call).run();
    }
    if (parts.contains("teacher")) {
      new AgainstTeacher(call).run();
    }
  }

  private static void trees(
      PrintStream print, Path folder, String file, String label, Predicate<String> documents)
      throws IOException {
    int all = 0;
    int tags = 0;
    int words = 0;
    int heads = 0;
    int labelled = 0;
    int exact = 0;
    int everything = 0;
    List<Conllu.Sentence> golds = new ArrayList<>(Conllu.read(folder.resolve(file)));
    golds.removeIf(s -> !documents.test(s.document()));
    List<Sentence> reads =
        ModelReader.shipped()
            .analyseTokens(
                golds.stream()
                    .map(s -> s.words().stream().map(Conllu.Word::form).toList())
                    .toList())
            .sentences();
    for (int k = 0; k < golds.size(); k++) {
      Conllu.Sentence gold = golds.get(k);
      Sentence read = reads.get(k);
      for (int i = 0; i < read.size(); i++) {
        Conllu.Word g = gold.words().get(i);
        Token t = read.token(i);
        all++;
        tags += g.tag().equals(t.tag()) ? 1 : 0;
        boolean head = t.head() == g.head();
        boolean relation = plain(g.relation()).equals(t.plainRelation());
        everything += head && relation ? 1 : 0;
        if (!plain(g.relation()).equals("punct")) {
          words++;
          heads += head ? 1 : 0;
          labelled += head && relation ? 1 : 0;
          exact += head && g.relation().equals(t.relation()) ? 1 : 0;
        }
      }
    }
    print.printf(
        Locale.ROOT,
        "%-12s %9d  %6.2f  %6.2f  %6.2f  %6.2f  %6.2f%n",
        label,
        all,
        percent(tags, all),
        percent(heads, words),
        percent(labelled, words),
        percent(everything, all),
        percent(exact, words));
  }

  static String plain(String relation) {
    int colon = relation.indexOf(':');
    return colon < 0 ? relation : relation.substring(0, colon);
  }

  static double percent(int part, int whole) {
    return whole == 0 ? 0 : 100.0 * part / whole;
  }
}
