package parley.extract.statements.internal;

import java.io.BufferedInputStream;
import java.io.DataInput;
import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import parley.learn.FeatureNet;

/**
 * The trained weights of the statements' room.
 *
 * @param cues tells a cue's head, from {@link CueFeatures}
 * @param roles scores of the four roles, from both kinds of {@link SpanFeatures} added up
 * @param borders scores of a role after a role, from {@link SpanFeatures#border}
 * @param moves of {@link RoleLattice#MOVES}
 * @param judge tells whether a candidate is right, from {@link JudgeFeatures}
 * @param calibration how often a judgement proved right, at evenly spaced judgements from 0 to 1
 */
public record StatementModel(
    FeatureNet cues,
    FeatureNet roles,
    FeatureNet borders,
    float[] moves,
    FeatureNet judge,
    float[] calibration) {

  private static final int MAGIC = 0x50535432;

  private static final class Shipped {
    static final StatementModel MODEL = load();

    private static StatementModel load() {
      try (InputStream in = StatementModel.class.getResourceAsStream("statements.model")) {
        if (in == null) {
          throw new IllegalStateException("resource statements.model is missing from the jar");
        }
        return read(new DataInputStream(new BufferedInputStream(in, 1 << 16)));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** The model that ships, loaded when first asked for. */
  public static StatementModel shipped() {
    return Shipped.MODEL;
  }

  /** Finds candidates with these weights. */
  public CandidateReader candidates() {
    return new CandidateReader(cues, roles, borders, moves);
  }

  public void write(DataOutput out) throws IOException {
    out.writeInt(MAGIC);
    cues.write(out);
    roles.write(out);
    borders.write(out);
    out.writeInt(moves.length);
    for (float v : moves) {
      out.writeFloat(v);
    }
    judge.write(out);
    out.writeInt(calibration.length);
    for (float v : calibration) {
      out.writeFloat(v);
    }
  }

  /** The share of right ones among attributions that the judge gave this probability. */
  double calibrated(double judgement) {
    double at = judgement * (calibration.length - 1);
    int below = (int) Math.min(calibration.length - 2, Math.max(0, Math.floor(at)));
    double part = at - below;
    double value = calibration[below] * (1 - part) + calibration[below + 1] * part;
    return Math.min(1, Math.max(0, value));
  }

  /**
   * What {@link #write} wrote.
   *
   * @throws IOException if it is not a model of this version
   */
  public static StatementModel read(DataInput in) throws IOException {
    if (in.readInt() != MAGIC) {
      throw new IOException("not a model of statements, or of another version");
    }
    FeatureNet cues = FeatureNet.read(in);
    FeatureNet roles = FeatureNet.read(in);
    FeatureNet borders = FeatureNet.read(in);
    float[] moves = new float[in.readInt()];
    for (int i = 0; i < moves.length; i++) {
      moves[i] = in.readFloat();
    }
    FeatureNet judge = FeatureNet.read(in);
    float[] calibration = new float[in.readInt()];
    for (int i = 0; i < calibration.length; i++) {
      calibration[i] = in.readFloat();
    }
    return new StatementModel(cues, roles, borders, moves, judge, calibration);
  }
}
