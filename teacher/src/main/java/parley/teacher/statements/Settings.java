package parley.teacher.statements;

/**
 * What the training is set to; chosen by cross-validation on the training part.
 *
 * @param folds of articles, so that the judge learns from candidates of unseen ones
 * @param everyJoined one article in this many is also trained on with its paragraphs in one
 * @param drop share of features left out at each step
 */
record Settings(
    int folds,
    int everyJoined,
    int cueBits,
    int cueHidden,
    int cueEpochs,
    int roleBits,
    int roleHidden,
    int borderBits,
    int roleEpochs,
    int judgeBits,
    int judgeHidden,
    int judgeEpochs,
    double judgeDrop,
    float rate,
    float decay,
    double drop,
    long seed) {

  static Settings standard() {
    return new Settings(2, 6, 16, 16, 4, 16, 24, 14, 4, 14, 8, 5, 0.2, 0.05f, 0f, 0.4, 20261122L);
  }
}
