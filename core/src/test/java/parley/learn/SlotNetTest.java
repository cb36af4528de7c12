package parley.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SlotNetTest {

  private static final int INPUTS = 12;
  private static final int HIDDEN = 5;
  private static final int OUTPUTS = 3;

  private static float[] random(int n, SplittableRandom random) {
    float[] values = new float[n];
    for (int i = 0; i < n; i++) {
      values[i] = (float) (random.nextDouble() - 0.5);
    }
    return values;
  }

  @Test
  void whatIsWrittenScoresAlmostTheSameWhenReadBack() throws IOException {
    long seed = Long.getLong("parley.seed", 20261122);
    System.out.println("whatIsWrittenScoresAlmostTheSameWhenReadBack: -Dparley.seed=" + seed);
    SplittableRandom random = new SplittableRandom(seed);
    for (int round = 0; round < 50; round++) {
      SlotNet net =
          new SlotNet(
              INPUTS,
              HIDDEN,
              OUTPUTS,
              random(INPUTS * HIDDEN, random),
              random(HIDDEN, random),
              random(HIDDEN * OUTPUTS, random));
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      net.write(new DataOutputStream(bytes));
      SlotNet back =
          SlotNet.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
      float[] vectors = random(INPUTS, random);
      float[] scores = new float[OUTPUTS];
      float[] again = new float[OUTPUTS];
      net.add(vectors, scores);
      back.add(vectors, again);
      for (int o = 0; o < OUTPUTS; o++) {
        assertThat(again[o]).isCloseTo(scores[o], within(0.03f));
      }
    }
  }

  @Test
  void aUnitBelowZeroSaysNothing() {
    SlotNet net = new SlotNet(1, 2, 1, new float[] {1, -1}, new float[2], new float[] {10, 100});
    float[] scores = {5};
    net.add(new float[] {2}, scores);
    assertThat(scores[0]).isEqualTo(25);
  }
}
