package parley.extract.positions.internal;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.InflaterInputStream;
import parley.learn.FeatureBag;
import parley.learn.FeatureNet;
import parley.learn.SlotNet;
import parley.learn.Softmax;

/**
 * What was learnt of positions: which clause states one and with which stance, which issue it is
 * about, which word names its holder.
 *
 * @param stance net with an output for "none" and one for each stance
 * @param stanceSlots net over the clause's word vectors, its scores are added to those of {@code
 *     stance}
 * @param again net over what stands around the clause, its scores are added to the logarithms of
 *     what the first two make of it
 * @param issue net with an output for each of {@code issues}
 * @param issueSlots as {@code stanceSlots}
 * @param holder net with one output
 * @param issues codes of the codebook that it was trained with
 * @param keep share of features that were kept in training; sums are scaled by it
 * @param threshold a clause that is a position with less than this probability is left out
 * @param slope of the calibrated log odds over the net's
 * @param offset of the calibrated log odds
 */
public record PositionModel(
    FeatureNet stance,
    SlotNet stanceSlots,
    SlotNet again,
    FeatureNet issue,
    SlotNet issueSlots,
    FeatureNet holder,
    List<String> issues,
    float keep,
    float threshold,
    float slope,
    float offset) {

  /** Where the shipped model lies, beside this class. */
  public static final String RESOURCE = "positions.bin";

  /** How far "none" leads where a clause is plainly no position. */
  private static final float PLAIN = 4.5f;

  /** Name and version, for provenance. */
  public static final String ID = "positions-1";

  public PositionModel {
    issues = List.copyOf(issues);
  }

  /** The model of the jar, loaded on first use. */
  public static PositionModel shipped() {
    return Shipped.MODEL;
  }

  /** Probabilities of "none" and of each stance. */
  double[] stances(FeatureBag features, Context context, Candidate clause, float[] vectors) {
    float[] scores = stance.scores(features, keep);
    if (!isPlainlyNone(scores)) {
      context.vectors().of(clause, vectors);
      stanceSlots.add(vectors, scores);
    }
    return Softmax.of(scores);
  }

  /** Nine clauses in ten are told by their words alone; vectors would not change that. */
  private static boolean isPlainlyNone(float[] scores) {
    float best = Float.NEGATIVE_INFINITY;
    for (int k = 1; k < scores.length; k++) {
      best = Math.max(best, scores[k]);
    }
    return scores[0] - best > PLAIN;
  }

  /** Probabilities of "none" and of each stance, what stands around taken into account. */
  double[] again(double[] first, float[] around) {
    float[] scores = new float[first.length];
    for (int k = 0; k < scores.length; k++) {
      scores[k] = (float) Math.log(Math.max(1e-9, first[k]));
    }
    again.add(around, scores);
    return Softmax.of(scores);
  }

  double[] issues(FeatureBag features, float[] vectors) {
    float[] scores = issue.scores(features, keep);
    issueSlots.add(vectors, scores);
    return Softmax.of(scores);
  }

  /** A score; only its order within one clause means something. */
  float holder(FeatureBag features) {
    return holder.scores(features, keep)[0];
  }

  /** How likely it is that what the net gives {@code probability} is a position. */
  double calibrated(double probability) {
    double p = Math.min(1 - 1e-6, Math.max(1e-6, probability));
    return 1 / (1 + Math.exp(-(slope * Math.log(p / (1 - p)) + offset)));
  }

  /** Writes the model; the caller compresses. */
  public void write(OutputStream to) throws IOException {
    DataOutputStream out = new DataOutputStream(to);
    stance.write(out);
    stanceSlots.write(out);
    again.write(out);
    issue.write(out);
    issueSlots.write(out);
    holder.write(out);
    out.writeShort(issues.size());
    for (String code : issues) {
      out.writeUTF(code);
    }
    for (float v : new float[] {keep, threshold, slope, offset}) {
      out.writeFloat(v);
    }
    out.flush();
  }

  /** What {@link #write} wrote. */
  public static PositionModel read(InputStream from) throws IOException {
    DataInputStream in = new DataInputStream(from);
    FeatureNet stance = FeatureNet.read(in);
    SlotNet stanceSlots = SlotNet.read(in);
    SlotNet again = SlotNet.read(in);
    FeatureNet issue = FeatureNet.read(in);
    SlotNet issueSlots = SlotNet.read(in);
    FeatureNet holder = FeatureNet.read(in);
    int n = in.readShort();
    List<String> issues = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      issues.add(in.readUTF());
    }
    return new PositionModel(
        stance,
        stanceSlots,
        again,
        issue,
        issueSlots,
        holder,
        issues,
        in.readFloat(),
        in.readFloat(),
        in.readFloat(),
        in.readFloat());
  }

  private static final class Shipped {
    static final PositionModel MODEL = load();

    private static PositionModel load() {
      try (InputStream in = PositionModel.class.getResourceAsStream(RESOURCE)) {
        if (in == null) {
          throw new IllegalStateException(RESOURCE + " is not in the jar");
        }
        return read(new BufferedInputStream(new InflaterInputStream(in), 1 << 16));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
