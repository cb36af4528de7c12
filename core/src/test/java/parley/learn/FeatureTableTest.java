package parley.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class FeatureTableTest {

  private static final Offset<Float> PACKED = within(0.02f);

  /** -7 speaks for the first output, 5 for the second, 1 << 30 for none. */
  private static final FeatureTable TABLE =
      new FeatureTable(
          new int[] {-7, 5, 1 << 30},
          new float[] {1, 0, 0, -0.5f, 0, 0},
          new float[] {0.25f, -0.25f});

  private static FeatureBag bag(int... features) {
    FeatureBag bag = new FeatureBag();
    for (int feature : features) {
      bag.put(feature);
    }
    return bag;
  }

  @Test
  void featuresThatAreNotKnownAddNothing() {
    assertThat(TABLE.scores(bag(6, 0, -8, Integer.MIN_VALUE), 1)).containsExactly(0.25f, -0.25f);
  }

  @Test
  void eachFeatureCountsWhatItIsSaidTo() {
    assertThat(TABLE.scores(bag(-7, 5, 6), 2)).containsExactly(new float[] {2.25f, -1.25f}, PACKED);
  }

  @Test
  void whatIsWrittenScoresTheSameWhenReadBack() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    TABLE.write(new DataOutputStream(bytes));
    FeatureTable back =
        FeatureTable.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
    for (int[] features : new int[][] {{}, {-7}, {5, 1 << 30}, {-7, 5, 9}}) {
      assertThat(back.scores(bag(features), 1)).isEqualTo(TABLE.scores(bag(features), 1));
    }
  }

  @Test
  void aBagKeepsEachFeatureOnce() {
    FeatureBag bag = bag(3, -1, 3, 3, 0, -1);
    bag.distinct();
    assertThat(bag.toArray()).containsExactly(-1, 0, 3);
  }
}
