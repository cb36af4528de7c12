package parley.teacher.positions;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import parley.codebook.CodebookReader;
import parley.extract.positions.internal.PositionModel;
import parley.language.LanguageReader;
import parley.language.ModelReader;

/**
 * Trains the model of positions: {@code TrainPositions BENCH TEACHER_DATA MODEL_FILE [SEED
 * [holders]]}; with {@code holders} only the net that ranks holders, the others stay as the jar has
 * them. Read are the bench's {@code positions/train}, and of {@code TEACHER_DATA} (this module's
 * {@code data/positions}) the reports that we wrote ({@code own}) and those of the bench's other
 * training parts that we marked ({@code marks.jsonl}); the holders' net sees those of its folder
 * {@code later} too, which helped no other.
 */
public final class TrainPositions {

  private static final long SEED = 7;

  private TrainPositions() {}

  public static void main(String[] args) throws IOException {
    if (args.length < 3) {
      System.err.println("usage: TrainPositions BENCH TEACHER_DATA MODEL_FILE [SEED [holders]]");
      System.exit(2);
    }
    long seed = args.length > 3 ? Long.parseLong(args[3]) : SEED;
    Path bench = Path.of(args[0]);
    LanguageReader language = ModelReader.shipped();
    List<Reading> readings = new ArrayList<>();
    for (MarkedReport marked : MarkedReport.read(bench.resolve("positions/train"))) {
      readings.add(Reading.of(marked, language));
    }
    for (MarkedReport marked : further(Path.of(args[1]), bench)) {
      readings.add(Reading.of(marked, language));
    }
    PositionTrainer trainer = new PositionTrainer(CodebookReader.conflictTalks(), seed);
    boolean holders = args.length > 4 && args[4].equals("holders");
    PositionModel model = holders ? PositionModel.shipped() : trainer.trainCalibrated(readings);
    for (MarkedReport marked : further(Path.of(args[1]).resolve("later"), bench)) {
      readings.add(Reading.of(marked, language));
    }
    model = trainer.trainHolders(model, readings);
    write(model, Path.of(args[2]));
  }

  /** What is trained on beside the bench's own training part. */
  public static List<MarkedReport> further(Path data, Path bench) throws IOException {
    List<MarkedReport> result = new ArrayList<>(MarkedReport.read(data.resolve("own")));
    result.addAll(MarkedReport.read(data.resolve("marks.jsonl"), bench));
    return result;
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
