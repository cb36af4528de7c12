package parley.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.record.RecordJson;
import parley.text.Report;

/** Addresses and feeds, from a real server on this computer. */
class WatchTest {

  private final Map<String, String> pages = new ConcurrentHashMap<>();
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private final InProcess parley = new InProcess();
  private HttpServer server;
  private String base;

  @TempDir private Path dir;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          String path = exchange.getRequestURI().toString();
          asked.add(path);
          String body = pages.get(path);
          byte[] bytes = (body == null ? "none" : body).getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(body == null ? 404 : 200, bytes.length);
          try (OutputStream to = exchange.getResponseBody()) {
            to.write(bytes);
          }
        });
    server.start();
    base = "http://127.0.0.1:" + server.getAddress().getPort();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private int run(String... args) {
    return parley.run(args);
  }

  private static String article(String place) {
    return "<!DOCTYPE html><html lang=en><head><title>The bridge at "
        + place
        + "</title></head><body><article><h1>The bridge at "
        + place
        + " stays closed</h1><p>The governor of "
        + place
        + " said on Tuesday that the bridge at the old mill would stay closed until the two sides had agreed on who guards it.</p>"
        + "<p>Fishermen said that they had heard this before, and that the ferry would sail twice a day.</p></article></body></html>";
  }

  @Test
  void anAddressIsReadAndPrivateOnesOnlyIfAllowed() throws Exception {
    pages.put("/a", article("Millbrook"));
    assertThat(run("read", "--format=json", base + "/a")).isEqualTo(1);
    assertThat(parley.err()).contains("private or local", "--allow-private");
    assertThat(asked).isEmpty();
    assertThat(run("read", "--format=json", "--allow-private", base + "/a")).isZero();
    Report report = RecordJson.read(parley.out()).report();
    assertThat(report.metadata().title()).isEqualTo("The bridge at Millbrook stays closed");
    assertThat(report.metadata().url()).isEqualTo(base + "/a");
  }

  @Test
  void feedsAreFollowedIntoADossierAndNothingIsFetchedTwice() throws Exception {
    String feed =
        "<rss><channel><title>Mill Post</title>"
            + "<item><title>Short</title><link>"
            + base
            + "/1</link><description>Just a line of it.</description></item>"
            + "<item><title>Whole</title><link>"
            + base
            + "/2</link><description>&lt;p&gt;"
            + "The ferry sailed twice on Tuesday, and the people of both banks were on it, the captain said. "
                .repeat(20)
            + "&lt;/p&gt;</description></item>"
            + "<item><title>Odd</title><link>javascript:alert(1)</link><description>Words of a third one.</description></item>"
            + "</channel></rss>";
    pages.put("/feed", feed);
    pages.put("/1", article("Millbrook"));
    Path opml =
        Files.writeString(
            dir.resolve("feeds.opml"),
            "<?xml version='1.0'?><opml version='2.0'><body><outline text='News'><outline type='rss' xmlUrl='"
                + base
                + "/feed'/></outline></body></opml>");
    String dossier = dir.resolve("d").toString();
    String[] call = {
      "watch", "--once", "--allow-private", "--pace=0", "--dossier", dossier, opml.toString()
    };
    assertThat(run(call)).as(parley.err()).isZero();
    assertThat(parley.out()).startsWith("3 added, 0 duplicates, 0 not English, 0 failed");
    assertThat(asked).containsExactly("/robots.txt", "/feed", "/1");
    asked.clear();
    assertThat(run(call)).isZero();
    assertThat(parley.out()).startsWith("0 added").contains("1 there already");
    assertThat(asked).containsExactly("/robots.txt", "/feed");
    pages.put("/feed", feed.replace("Just a line", "Now two lines"));
    pages.put("/1", article("Millbrook").replace("twice a day", "once a day"));
    asked.clear();
    assertThat(run(call)).isZero();
    assertThat(asked).contains("/1");
    assertThat(run("export", "--dossier", dossier, "--format=jsonl")).isZero();
    assertThat(parley.out().lines()).hasSize(4);
    assertThat(parley.out()).containsOnlyOnce("\"versionOf\"");
  }

  @Test
  void aPageThatCannotBeHadIsToldAndLookedForAgain() throws Exception {
    pages.put(
        "/feed",
        "<rss><channel><item><title>Short</title><link>"
            + base
            + "/gone</link><description>Just a line of it.</description></item></channel></rss>");
    String[] call = {
      "watch",
      "--once",
      "--allow-private",
      "--pace=0",
      "--dossier",
      dir.resolve("d").toString(),
      base + "/feed"
    };
    assertThat(run(call)).isEqualTo(1);
    assertThat(parley.err()).contains("/gone: is answered with status 404");
  }

  @Test
  void aListWithoutFeedsIsToldAndWrongCallsToo() throws Exception {
    String empty = Files.writeString(dir.resolve("x.opml"), "<opml><body/></opml>").toString();
    assertThat(run("watch", "--once", "--dossier", dir.resolve("d").toString(), empty))
        .isEqualTo(1);
    assertThat(parley.err()).contains("names no feed");
    assertThat(run("watch", "--once", "--dossier", dir.resolve("d").toString(), dir + "/none"))
        .isEqualTo(1);
    assertThat(run("watch")).isEqualTo(2);
  }
}
