package parley.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import parley.text.Metadata;
import parley.text.Part;
import parley.text.PartRole;
import parley.text.Report;
import parley.text.Span;

class ModelReaderTest {

  private static final String NEWS =
      "President Ana Ortiz told reporters in Cúcuta on Tuesday that the U.S.-backed talks with the"
          + " National Liberation Army would go on. \"We will not leave the table,\" said Foreign"
          + " Minister Luis Vega, who flew to Norway. Colombian officials were not told.";

  private static Report report(String text) {
    return Report.ofText(
        Metadata.builder().build(),
        text,
        text.isEmpty() ? List.of() : List.of(new Part(PartRole.BODY, new Span(0, text.length()))));
  }

  private static AnalysedReport read(String text) {
    AnalysedReport analysed = ModelReader.shipped().analyse(report(text));
    checkContract(text, analysed);
    return analysed;
  }

  /** The contract of {@link LanguageReader}, on any text. */
  private static void checkContract(String text, AnalysedReport analysed) {
    int last = 0;
    for (Sentence sentence : analysed.sentences()) {
      int roots = 0;
      for (Token token : sentence.tokens()) {
        assertThat(token.span().of(text)).isEqualTo(token.form());
        assertThat(token.span().begin()).isGreaterThanOrEqualTo(last);
        assertThat(token.lemma()).isNotEmpty();
        last = token.span().end();
        if (token.isRoot()) {
          roots++;
          assertThat(token.relation()).isEqualTo("root");
          assertThat(sentence.subtree(token.index())).hasSize(sentence.size());
        }
      }
      assertThat(roots).isEqualTo(1);
    }
  }

  private static List<String> names(AnalysedReport analysed) {
    List<String> names = new ArrayList<>();
    for (Sentence sentence : analysed.sentences()) {
      for (Name name : sentence.names()) {
        names.add(
            name.kind()
                + ":"
                + sentence.span(name.begin(), name.end()).of(analysed.report().text()));
      }
    }
    return names;
  }

  @Test
  void namesHaveTheirKindsAndTitlesTheirOwn() {
    assertThat(names(read(NEWS)))
        .contains(
            "TITLE:President",
            "PERSON:Ana Ortiz",
            "STATE:U.S.",
            "ORGANIZATION:National Liberation Army",
            "TITLE:Foreign Minister",
            "PERSON:Luis Vega",
            "STATE:Norway",
            "STATE:Colombian");
  }

  @Test
  void newswireInCapitalsIsReadToo() {
    assertThat(names(read("PRESIDENT ANA ORTIZ SAID TODAY IN BOGOTA THAT COLOMBIA WANTS A TRUCE.")))
        .contains("PERSON:ANA ORTIZ", "STATE:COLOMBIA");
  }

  @Test
  void curlyApostrophesReadAsStraightOnes() {
    String text = "It's time to talk. They'll fight. Let's hope they don't. That's Lina's view.";
    List<String> straight = tagsAndRelations(read(text));
    assertThat(straight).contains("VBZ cop", "MD aux", "POS case");
    assertThat(tagsAndRelations(read(text.replace('\'', '’')))).isEqualTo(straight);
  }

  private static List<String> tagsAndRelations(AnalysedReport analysed) {
    List<String> result = new ArrayList<>();
    for (Sentence sentence : analysed.sentences()) {
      for (Token token : sentence.tokens()) {
        result.add(token.tag() + " " + token.relation());
      }
    }
    return result;
  }

  @Test
  void theWorldHealthOrganizationIsNoPronoun() {
    assertThat(names(read("The WHO said on Monday that the camp had no water. Who said so?")))
        .containsExactly("ORGANIZATION:WHO");
  }

  @Test
  void theSubjectOfSayingDependsOnIt() {
    Sentence sentence =
        read("The army said that the rebels attacked a village.").sentences().get(0);
    Token army = sentence.token(1);
    Token said = sentence.token(2);
    assertThat(said.isRoot()).isTrue();
    assertThat(said.lemma()).isEqualTo("say");
    assertThat(army.head()).isEqualTo(2);
    assertThat(army.relation()).isEqualTo("nsubj");
    assertThat(sentence.token(6).relation()).isEqualTo("ccomp");
  }

  @Test
  void onlyPartsThatAreReadAreAnalysed() {
    String text = "Ana Ortiz left. Sign in now.";
    Report report =
        Report.ofText(
            Metadata.builder().build(),
            text,
            List.of(
                new Part(PartRole.BODY, new Span(0, 15)),
                new Part(PartRole.BOILERPLATE, new Span(16, text.length()))));
    AnalysedReport analysed = ModelReader.shipped().analyse(report);
    assertThat(analysed.sentences()).hasSize(1);
    assertThat(analysed.sentences().get(0).span()).isEqualTo(new Span(0, 15));
  }

  @Test
  void anyTextIsReadAndKeepsTheContract() {
    long seed = Long.getLong("parley.seed", 20261122L);
    System.out.println("anyTextIsReadAndKeepsTheContract: -Dparley.seed=" + seed);
    Random random = new Random(seed);
    String[] pieces = {
      "the",
      "President",
      "U.S.",
      "\"",
      "“",
      "”",
      "'",
      "’",
      ".",
      "...",
      "!",
      "\n",
      "\n\n",
      " ",
      "\u0000",
      "\uD800",
      "\uDC00",
      "😀",
      "\u200F",
      "عربي",
      "中文",
      "ﬁ",
      "1,000",
      "$",
      "-",
      "--",
      "—",
      "(",
      ")",
      "@a",
      "http://x.y",
      "can't",
      "İ",
      "ß",
      "\t",
      "A.",
      "é",
      "e\u0301",
      "said",
      "x".repeat(900),
      "\u2028",
      "•",
      "''",
      "``",
      "/",
      ":",
      "%",
      "I"
    };
    for (int round = 0; round < 300; round++) {
      StringBuilder text = new StringBuilder();
      int n = random.nextInt(60);
      for (int i = 0; i < n; i++) {
        text.append(pieces[random.nextInt(pieces.length)]);
        text.append(random.nextInt(3) == 0 ? "" : " ");
      }
      read(text.toString());
    }
    for (int round = 0; round < 200; round++) {
      char[] chars = new char[random.nextInt(80)];
      for (int i = 0; i < chars.length; i++) {
        chars[i] = (char) random.nextInt(random.nextBoolean() ? 0x10000 : 128);
      }
      read(new String(chars));
    }
  }

  @Test
  void hugeTextsWithoutStructureAreRead() {
    read("\"".repeat(100_000));
    read("word ".repeat(50_000));
    read("x".repeat(200_000));
    read("'s ".repeat(30_000));
    read("A.".repeat(50_000));
    read("-a".repeat(50_000));
  }

  @Test
  void manyThreadsReadAsOneDoes() throws Exception {
    AnalysedReport expected = read(NEWS);
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<Callable<AnalysedReport>> calls = new ArrayList<>();
      for (int i = 0; i < 32; i++) {
        calls.add(() -> ModelReader.shipped().analyse(report(NEWS)));
      }
      for (Future<AnalysedReport> read : threads.invokeAll(calls)) {
        for (int s = 0; s < expected.sentences().size(); s++) {
          Sentence a = expected.sentences().get(s);
          Sentence b = read.get().sentences().get(s);
          assertThat(b.tokens()).isEqualTo(a.tokens());
          assertThat(b.names()).isEqualTo(a.names());
        }
      }
    } finally {
      threads.shutdownNow();
    }
  }
}
