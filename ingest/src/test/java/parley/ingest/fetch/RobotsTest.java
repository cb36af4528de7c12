package parley.ingest.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RobotsTest {

  @Test
  void ourOwnGroupCountsAloneAndTheLongestRuleWins() {
    Robots robots =
        Robots.of(
            "User-agent: *\nDisallow: /\n\nUser-agent: other\nUser-agent: Parley # us\nDisallow: /a\nAllow: /a/b\n"
                + "Disallow: /*.pdf$\nCrawl-delay: 2.5\n");
    assertThat(robots.allows("/")).isTrue();
    assertThat(robots.allows("/a/x")).isFalse();
    assertThat(robots.allows("/a/b/x")).isTrue();
    assertThat(robots.allows("/x/y.pdf")).isFalse();
    assertThat(robots.allows("/x/y.pdf?z")).isTrue();
    assertThat(robots.delay()).isEqualTo(Duration.ofMillis(2500));
  }

  @Test
  void groupsOfOthersAreNotOurs() {
    assertThat(Robots.of("User-agent: parleybot\nDisallow: /\n").allows("/x")).isTrue();
    assertThat(Robots.of("User-agent: *\nDisallow:\n").allows("/x")).isTrue();
    assertThat(Robots.of("<html>no such page</html>").allows("/x")).isTrue();
    assertThat(Robots.CLOSED.allows("/x")).isFalse();
  }

  @Test
  void hostileRulesTakeNoTime() {
    StringBuilder text = new StringBuilder("User-agent: *\n");
    for (int i = 0; i < 200; i++) {
      text.append("Disallow: /").append("*a".repeat(900)).append("b$\n");
    }
    assertThat(Robots.of(text.toString()).allows("/" + "a".repeat(5000))).isTrue();
  }
}
