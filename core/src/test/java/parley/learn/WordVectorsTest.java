package parley.learn;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WordVectorsTest {

  private final WordVectors vectors = WordVectors.shipped();

  private float[] of(String word) {
    float[] sum = new float[vectors.dims()];
    vectors.add(vectors.row(word), 1, sum, 0);
    return sum;
  }

  private double likeness(String one, String other) {
    float[] a = of(one);
    float[] b = of(other);
    double product = 0;
    double aa = 0;
    double bb = 0;
    for (int k = 0; k < a.length; k++) {
      product += a[k] * b[k];
      aa += a[k] * a[k];
      bb += b[k] * b[k];
    }
    return product / Math.sqrt(aa * bb);
  }

  @Test
  void wordsThatKeepTheSameCompanyAreAlike() {
    assertThat(likeness("ceasefire", "truce")).isGreaterThan(likeness("ceasefire", "cheese"));
    assertThat(likeness("hostage", "captive")).isGreaterThan(likeness("hostage", "election"));
    assertThat(likeness("demand", "insist")).isGreaterThan(likeness("demand", "river"));
  }

  @Test
  void anUnknownWordAddsNothing() {
    assertThat(vectors.row("qwxzv-unheard-of")).isNegative();
    assertThat(of("qwxzv-unheard-of")).containsOnly(0f);
  }
}
