package parley.bench;

import com.chimbori.crux.articles.ArticleExtractor;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToIntFunction;
import net.dankito.readability4j.Readability4J;
import org.jsoup.Jsoup;
import org.jsoup.parser.Parser;
import parley.ingest.charset.Decoded;
import parley.ingest.page.PageReader;

/**
 * Pages a CPU second, parse included: ours, a bare jsoup parse, readability4j and crux, turn by
 * turn in one process on one thread. The best of several rounds counts, after warming up.
 */
final class PageSpeed implements Task {

  private static final int WARM = 4;
  private static final int ROUNDS = 6;
  private static final String ADDRESS = "http://localhost/";

  @Override
  public String name() {
    return "pages";
  }

  @Override
  public String summary() {
    return "pages a CPU second beside jsoup, readability4j and crux (data: extraction/)";
  }

  @Override
  public void run(Call call) throws IOException {
    List<String> pages = new ArrayList<>();
    for (byte[] page : Extraction.pages(call.dataOr("extraction")).values()) {
      pages.add(Decoded.page(page).text());
    }
    PageReader ours = new PageReader();
    Map<String, ToIntFunction<String>> contenders = new LinkedHashMap<>();
    contenders.put("jsoup parse", html -> Jsoup.parse(html).childNodeSize());
    contenders.put(
        "jsoup parse, places kept",
        html -> Parser.htmlParser().setTrackPosition(true).parseInput(html, "").childNodeSize());
    contenders.put("parley", html -> ours.read(html, null).size());
    contenders.put("crux 2.1.0", PageSpeed::crux);
    contenders.put("readability4j 1.0.8", PageSpeed::readability);
    Map<String, Long> best = new LinkedHashMap<>();
    for (int round = 0; round < WARM + ROUNDS; round++) {
      for (Map.Entry<String, ToIntFunction<String>> one : contenders.entrySet()) {
        long begin = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        int results = 0;
        for (String page : pages) {
          results += one.getValue().applyAsInt(page);
        }
        sink = results;
        long spent = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - begin;
        if (round >= WARM) {
          best.merge(one.getKey(), spent, Math::min);
        }
      }
    }
    long own = best.getOrDefault("parley", 1L);
    for (Map.Entry<String, Long> one : best.entrySet()) {
      call.print()
          .println(
              String.format(
                  Locale.ROOT,
                  "%-26s %7.0f pages / CPU s   parley's speed is %.2f of it",
                  one.getKey(),
                  pages.size() * 1e9 / one.getValue(),
                  (double) one.getValue() / own));
    }
  }

  /** Results go here, so that no work is optimised away. */
  private static volatile int sink;

  private static int crux(String html) {
    return ArticleExtractor.with(ADDRESS, html).extractMetadata().extractContent().article() == null
        ? 0
        : 1;
  }

  private static int readability(String html) {
    return new Readability4J(ADDRESS, html).parse().getTextContent() == null ? 0 : 1;
  }
}
