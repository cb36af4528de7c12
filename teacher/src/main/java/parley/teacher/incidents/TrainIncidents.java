package parley.teacher.incidents;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import parley.extract.events.internal.FirstLook;
import parley.extract.events.internal.IncidentModel;
import parley.extract.events.internal.SecondLook;
import parley.language.ModelReader;
import parley.teacher.incidents.FirstLookTrainer.Text;
import parley.teacher.incidents.SecondLookTrainer.Seen;

/**
 * Trains the incident model: {@code TRAIN.jsonl MODEL [PREDICTIONS]}. The predictions, to choose
 * settings by, are for every text of the corpus by a model that has not seen it.
 *
 * <p>The corpus is cut into five stretches, not dealt out: texts that stand together tell of the
 * same happenings, and a model that has seen one of them knows the other.
 */
public final class TrainIncidents {

  private static final int FOLDS = 5;

  private TrainIncidents() {}

  public static void main(String[] args) throws IOException {
    ModelReader language = ModelReader.shipped();
    List<Text> texts = new ArrayList<>();
    for (MucCorpus.Document document : MucCorpus.read(Path.of(args[0]))) {
      texts.add(new Text(document, language.analyse(document.report())));
    }
    // Each stretch is looked at by nets trained on the others; the order of work changes nothing.
    List<FirstLook.Nets> nets =
        IntStream.range(0, FOLDS)
            .parallel()
            .mapToObj(fold -> FirstLookTrainer.train(without(fold, texts)))
            .toList();
    List<Seen> seen = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      int fold = fold(i, texts.size());
      FirstLook look = IncidentModel.look(texts.get(i).report(), nets.get(fold));
      seen.add(new Seen(texts.get(i).document(), new SecondLook(look), fold));
    }
    if (args.length > 2) {
      cross(seen, nets, Path.of(args[2]));
    }
    IncidentModel model = new SecondLookTrainer(seen).train(FirstLookTrainer.train(texts));
    try (DataOutputStream data =
        new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(Path.of(args[1]))))) {
      model.write(data);
    }
  }

  private static int fold(int index, int size) {
    return index * FOLDS / size;
  }

  private static List<Text> without(int fold, List<Text> texts) {
    return IntStream.range(0, texts.size())
        .filter(i -> fold(i, texts.size()) != fold)
        .mapToObj(texts::get)
        .toList();
  }

  private static void cross(List<Seen> seen, List<FirstLook.Nets> nets, Path out)
      throws IOException {
    List<String> lines = new ArrayList<>();
    for (int k = 0; k < FOLDS; k++) {
      int fold = k;
      List<Seen> others = seen.stream().filter(s -> s.fold() != fold).toList();
      IncidentModel model = new SecondLookTrainer(others).train(nets.get(fold));
      for (Seen text : seen) {
        if (text.fold() == fold) {
          lines.add(IncidentPredictions.line(text.document().id(), model.read(text.look().look())));
        }
      }
    }
    Files.write(out, lines);
  }
}
