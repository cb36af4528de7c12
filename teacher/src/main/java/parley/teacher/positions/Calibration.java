package parley.teacher.positions;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import parley.extract.positions.internal.Context;
import parley.extract.positions.internal.Detection;
import parley.extract.positions.internal.Detector;
import parley.extract.positions.internal.Lexicon;
import parley.extract.positions.internal.PositionModel;

/** Fits a line to the log odds of what is read in reports that the model has not seen (Platt). */
final class Calibration {

  private static final double PAIRED = 0.3;
  private static final int STEPS = 400;
  private static final double RATE = 0.5;

  private final Lexicon lexicon;
  private final PositionModel model;

  Calibration(Lexicon lexicon, PositionModel model) {
    this.lexicon = lexicon;
    this.model = model;
  }

  /** Slope and offset. */
  float[] fit(List<Reading> unseen) {
    List<double[]> points = new ArrayList<>();
    for (Reading reading : unseen) {
      String text = reading.marked().report().text();
      List<BitSet> marked =
          reading.marked().positions().stream().map(m -> Words.of(text, m.content())).toList();
      Context context = new Context(reading.analysed(), lexicon, reading.statements());
      for (Detection d : new Detector(lexicon, model).detect(context)) {
        BitSet words = Words.of(text, d.clause().span());
        boolean right = marked.stream().anyMatch(m -> Words.overlap(m, words) >= PAIRED);
        double p = Math.min(1 - 1e-6, d.probability());
        points.add(new double[] {Math.log(p / (1 - p)), right ? 1 : 0});
      }
    }
    double slope = 1;
    double offset = 0;
    for (int step = 0; step < STEPS; step++) {
      double bySlope = 0;
      double byOffset = 0;
      for (double[] point : points) {
        double error = 1 / (1 + Math.exp(-(slope * point[0] + offset))) - point[1];
        bySlope += error * point[0];
        byOffset += error;
      }
      slope -= RATE * bySlope / Math.max(1, points.size());
      offset -= RATE * byOffset / Math.max(1, points.size());
    }
    return new float[] {(float) slope, (float) offset};
  }
}
