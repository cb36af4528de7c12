package parley.teacher.incidents;

import java.util.List;
import java.util.Map;
import java.util.Set;
import parley.extract.events.internal.Filler;
import parley.extract.events.internal.FillerFinder;
import parley.extract.events.internal.FirstLook;
import parley.extract.events.internal.IncidentModel;
import parley.extract.events.internal.IncidentModel.Role;
import parley.extract.events.internal.PhraseFeatures;
import parley.extract.events.internal.ReportFeatures;
import parley.extract.events.internal.ReportWords;
import parley.language.AnalysedReport;
import parley.learn.FeatureBag;
import parley.teacher.learn.Regression;

/** Trains the nets of the first look. */
final class FirstLookTrainer {

  /** A text with its analysis. */
  record Text(MucCorpus.Document document, AnalysedReport report) {}

  // Chosen by cross-validation over the training part.
  private static final int TYPE_LEAST = 4;
  private static final double TYPE_DECAY = 0.06;
  private static final int TYPE_ROUNDS = 60;
  private static final int ROLE_LEAST = 3;
  private static final double ROLE_DECAY = 0.2;
  private static final int ROLE_ROUNDS = 45;
  private static final int KIND_LEAST = 3;
  private static final double KIND_DECAY = 0.3;
  private static final int KIND_ROUNDS = 40;

  /** What a feature of a phrase counts; with the decay it says how freely its weight may grow. */
  private static final float SHARE = 0.1f;

  private FirstLookTrainer() {}

  static FirstLook.Nets train(List<Text> texts) {
    int outputs = IncidentModel.TYPES.size();
    Regression types = new Regression(0, outputs, false);
    Regression roles = new Regression(0, 1 + Role.values().length, true);
    Regression kinds = new Regression(0, outputs, true);
    FeatureBag bag = new FeatureBag();
    float[] share = {SHARE};
    for (Text text : texts) {
      ReportWords words = new ReportWords(text.report);
      ReportFeatures.of(words, bag);
      int label = 0;
      for (int type : text.document.templates().keySet()) {
        label |= 1 << type;
      }
      types.add(bag.toArray(), new float[] {FirstLook.share(bag)}, label);
      if (label == 0) {
        continue;
      }
      PhraseFeatures features = new PhraseFeatures(words);
      for (Filler filler : FillerFinder.find(text.report)) {
        features.of(filler, bag);
        int role = role(filler, text.document.templates());
        roles.add(bag.toArray(), share, role);
        if (role > 0) {
          int kind = kind(filler, Role.values()[role - 1], text.document.templates());
          features.addSentences(filler, bag);
          kinds.add(bag.toArray(), share, kind);
        }
      }
    }
    return new FirstLook.Nets(
        types.table(TYPE_LEAST, 1, TYPE_DECAY, TYPE_ROUNDS),
        roles.table(ROLE_LEAST, SHARE, ROLE_DECAY, ROLE_ROUNDS),
        kinds.table(KIND_LEAST, SHARE, KIND_DECAY, KIND_ROUNDS));
  }

  /** The first role that the phrase fills in any incident, 1-based; 0 for none. */
  private static int role(Filler filler, Map<Integer, Map<Role, Set<String>>> templates) {
    for (Role role : Role.values()) {
      for (Map<Role, Set<String>> roles : templates.values()) {
        if (roles.getOrDefault(role, Set.of()).contains(filler.key())) {
          return 1 + role.ordinal();
        }
      }
    }
    return 0;
  }

  private static int kind(
      Filler filler, Role role, Map<Integer, Map<Role, Set<String>>> templates) {
    for (Map.Entry<Integer, Map<Role, Set<String>>> template : templates.entrySet()) {
      if (template.getValue().getOrDefault(role, Set.of()).contains(filler.key())) {
        return template.getKey();
      }
    }
    throw new IllegalArgumentException(filler.key() + " fills no such role");
  }
}
