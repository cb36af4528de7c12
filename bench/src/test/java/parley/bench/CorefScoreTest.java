package parley.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CorefScoreTest {

  /** The worked example of Pradhan and others (2014), "Scoring coreference partitions". */
  @Test
  void agreesWithThePublishedExample() {
    CorefScore score = new CorefScore();
    score.add(
        List.of(Set.of("a", "b", "c"), Set.of("d", "e", "f", "g")),
        List.of(Set.of("a", "b"), Set.of("c", "d"), Set.of("f", "g", "h", "i")));
    assertThat(score.mucF1()).isCloseTo(0.4, within(1e-9));
    assertThat(score.bCubedF1()).isCloseTo(0.4545, within(1e-4));
    assertThat(score.ceafF1()).isCloseTo(0.52, within(1e-9));
    assertThat(score.conll()).isCloseTo(0.4582, within(1e-4));
  }

  @Test
  void clustersOfOneAreLeftOut() {
    CorefScore score = new CorefScore();
    score.add(List.of(Set.of("a", "b"), Set.of("c")), List.of(Set.of("a", "b"), Set.of("d")));
    assertThat(score.conll()).isEqualTo(1);
    assertThat(score.mentionF1()).isEqualTo(1);
  }

  @Test
  void assignmentTakesTheGreatestSum() {
    assertThat(Assignment.best(new double[][] {{5, 4, 0}, {4, 0, 0}, {0, 0, 1}})).isEqualTo(9);
    assertThat(Assignment.best(new double[0][0])).isZero();
  }
}
