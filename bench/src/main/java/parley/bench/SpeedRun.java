package parley.bench;

import com.sun.management.OperatingSystemMXBean;
import edu.stanford.nlp.ling.CoreAnnotations;
import edu.stanford.nlp.pipeline.Annotation;
import edu.stanford.nlp.pipeline.StanfordCoreNLP;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.function.ToIntFunction;
import parley.extract.Reader;
import parley.language.AnalysedReport;
import parley.language.LanguageReader;
import parley.language.ModelReader;
import parley.language.Sentence;
import parley.teacher.Paragraphs;
import parley.text.Report;

/** One measurement of {@link Speed}, in a process of its own. */
final class SpeedRun {

  private static final int FIRST = 1_000_000;

  private SpeedRun() {}

  public static void main(String[] args) throws IOException {
    Path data = Path.of(args[1]);
    switch (args[0]) {
      case "layer" -> throughput("language layer", reports(data), r -> tokens(layer(r)));
      case "whole" -> throughput("whole read", reports(data), SpeedRun::whole);
      case "lengths" -> lengths(data);
      case "cold-layer" -> cold("layer", data, Long.parseLong(args[2]), r -> tokens(layer(r)));
      case "cold-whole" -> cold("whole read", data, Long.parseLong(args[2]), SpeedRun::whole);
      case "corenlp" -> coreNlp(data);
      default -> throw new IllegalArgumentException(args[0]);
    }
  }

  private static AnalysedReport layer(Report report) {
    return ModelReader.shipped().analyse(report);
  }

  private static int whole(Report report) {
    // Statements and actors see the analysis once; counting it again would read it twice.
    int[] tokens = new int[1];
    LanguageReader counting =
        new LanguageReader() {
          @Override
          public String id() {
            return ModelReader.shipped().id();
          }

          @Override
          public AnalysedReport analyse(Report r) {
            AnalysedReport analysed = layer(r);
            tokens[0] = tokens(analysed);
            return analysed;
          }
        };
    new Reader(counting).read(report);
    return tokens[0];
  }

  private static int tokens(AnalysedReport report) {
    int n = 0;
    for (Sentence sentence : report.sentences()) {
      n += sentence.size();
    }
    return n;
  }

  private static List<Report> reports(Path data) throws IOException {
    List<Report> reports = new ArrayList<>();
    for (String part : List.of("dev", "train")) {
      for (String text : Texts.folder(data.resolve(part + "/text")).values()) {
        reports.add(Paragraphs.report(text));
      }
    }
    return reports;
  }

  /** The first million tokens from the start of the process, and the next million. */
  private static void throughput(String what, List<Report> reports, ToIntFunction<Report> read) {
    double before = 0;
    int at = 0;
    for (String phase : List.of("first million, JIT included", "next million, warm")) {
      long tokens = 0;
      while (tokens < FIRST) {
        tokens += read.applyAsInt(reports.get(at++ % reports.size()));
      }
      double now = cpu();
      System.out.printf(
          Locale.ROOT,
          "  %-15s %-28s %,9.0f tokens per CPU s%n",
          what,
          phase,
          tokens / (now - before));
      before = now;
    }
    System.out.printf(Locale.ROOT, "  %-15s resident at most %d MB%n", what, resident());
  }

  /** The same text as short reports and as reports ten times as long. */
  private static void lengths(Path data) throws IOException {
    List<String> texts = new ArrayList<>(Texts.folder(data.resolve("dev/text")).values());
    List<Report> small = new ArrayList<>();
    List<Report> large = new ArrayList<>();
    for (int i = 0; i + 10 <= texts.size(); i += 10) {
      large.add(Paragraphs.report(String.join("\n", texts.subList(i, i + 10))));
      texts.subList(i, i + 10).forEach(t -> small.add(Paragraphs.report(t)));
    }
    for (String what : List.of("layer", "whole read")) {
      ToIntFunction<Report> read = what.equals("layer") ? r -> tokens(layer(r)) : SpeedRun::whole;
      double[] perToken = new double[2];
      for (int round = 0; round < 8; round++) {
        for (int which = 0; which < 2; which++) {
          double before = cpu();
          long tokens = 0;
          for (Report report : which == 0 ? small : large) {
            tokens += read.applyAsInt(report);
          }
          double each = (cpu() - before) / tokens;
          // The best of the later rounds: the first ones compile.
          if (round == 3 || round > 3 && each < perToken[which]) {
            perToken[which] = each;
          }
        }
      }
      System.out.printf(
          Locale.ROOT,
          "  %-15s %.1f us a token on single reports, %.1f on reports ten times as long (%+.1f %%)%n",
          what,
          perToken[0] * 1e6,
          perToken[1] * 1e6,
          100 * (perToken[1] / perToken[0] - 1));
    }
  }

  private static void cold(String what, Path page, long started, ToIntFunction<Report> read)
      throws IOException {
    int tokens = read.applyAsInt(Paragraphs.report(Files.readString(page)));
    System.out.printf(
        Locale.ROOT,
        "  %-15s %d tokens: %.2f s of CPU, %.2f s on the clock, %d MB resident%n",
        what,
        tokens,
        cpu(),
        (System.currentTimeMillis() - started) / 1e3,
        resident());
  }

  /** CoreNLP's quote pipeline on the dev part's first reports, its loading apart. */
  private static void coreNlp(Path data) throws IOException {
    Properties properties = new Properties();
    properties.setProperty("annotators", "tokenize,ssplit,pos,lemma,ner,depparse,coref,quote");
    properties.setProperty("coref.algorithm", "statistical");
    // SUTime needs libraries that this build leaves out.
    properties.setProperty("ner.useSUTime", "false");
    StanfordCoreNLP pipeline = new StanfordCoreNLP(properties);
    double loaded = cpu();
    long tokens = 0;
    int reports = 0;
    for (String text : Texts.folder(data.resolve("dev/text")).values()) {
      if (tokens > 12_000) {
        break;
      }
      Annotation annotation = new Annotation(text);
      pipeline.annotate(annotation);
      tokens += annotation.get(CoreAnnotations.TokensAnnotation.class).size();
      reports++;
    }
    System.out.printf(
        Locale.ROOT,
        "CoreNLP 4.5.10 quote pipeline, %d reports, %d tokens: %.0f tokens per CPU s; %.1f CPU s to load;"
            + " %d MB resident%n",
        reports,
        tokens,
        tokens / (cpu() - loaded),
        loaded,
        resident());
  }

  /** CPU seconds of this process. */
  private static double cpu() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime()
        / 1e9;
  }

  /** The most memory that this process held, in MB; -1 where the system does not tell. */
  private static long resident() {
    try {
      for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
        if (line.startsWith("VmHWM:")) {
          return Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024;
        }
      }
    } catch (IOException e) {
      return -1;
    }
    return -1;
  }
}
