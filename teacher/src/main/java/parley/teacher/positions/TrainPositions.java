package parley.teacher.positions;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import parley.codebook.CodebookReader;
import parley.extract.positions.internal.PositionModel;
import parley.language.LanguageReader;
import parley.language.ModelReader;

/**
 * Trains the model of positions: {@code TrainPositions DATA_DIR MODEL_FILE [SEED]}. The data is a
 * directory of NAME.txt and NAME.json as in the bench's positions/train.
 */
public final class TrainPositions {

  private static final long SEED = 7;

  private TrainPositions() {}

  public static void main(String[] args) throws IOException {
    if (args.length < 2) {
      System.err.println("usage: TrainPositions DATA_DIR MODEL_FILE [SEED]");
      System.exit(2);
    }
    long seed = args.length > 2 ? Long.parseLong(args[2]) : SEED;
    LanguageReader language = ModelReader.shipped();
    List<Reading> readings =
        MarkedReport.read(Path.of(args[0])).stream().map(m -> Reading.of(m, language)).toList();
    PositionModel model =
        new PositionTrainer(CodebookReader.conflictTalks(), seed).trainCalibrated(readings);
    write(model, Path.of(args[1]));
  }

  /** Writes the model as the jar holds it. */
  public static void write(PositionModel model, Path file) throws IOException {
    Deflater best = new Deflater(Deflater.BEST_COMPRESSION);
    try (OutputStream out = new DeflaterOutputStream(Files.newOutputStream(file), best)) {
      model.write(out);
    } finally {
      best.end();
    }
  }
}
