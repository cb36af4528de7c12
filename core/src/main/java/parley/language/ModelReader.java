package parley.language;

import java.util.ArrayList;
import java.util.List;
import parley.language.internal.Models;
import parley.language.internal.Tokens;
import parley.text.Metadata;
import parley.text.Part;
import parley.text.PartRole;
import parley.text.Report;
import parley.text.Span;

/**
 * The language room filled by Parley's own models: rules for tokens and sentences, linear models
 * for tags, names and trees. The models are loaded once, on first use; a reader holds no state and
 * may be used by many threads at once, each call needing about a megabyte.
 */
public final class ModelReader implements LanguageReader {

  private static final class Holder {
    static final ModelReader SHIPPED = new ModelReader(Models.load());
  }

  private final Models models;

  private ModelReader(Models models) {
    this.models = models;
  }

  /** The models that ship with Parley. */
  public static ModelReader shipped() {
    return Holder.SHIPPED;
  }

  @Override
  public String id() {
    return models.id();
  }

  @Override
  public AnalysedReport analyse(Report report) {
    return new AnalysedReport(report, new Pipeline(models).read(report.text(), report.parts()));
  }

  /**
   * A report whose sentences and tokens are given, set with spaces between: to measure tags, names
   * and trees on gold tokens.
   *
   * @param sentences forms of each sentence's tokens, none empty
   */
  public AnalysedReport analyseTokens(List<List<String>> sentences) {
    StringBuilder text = new StringBuilder();
    List<Tokens> places = new ArrayList<>();
    for (List<String> forms : sentences) {
      Tokens tokens = new Tokens();
      for (String form : forms) {
        tokens.add(text.length(), text.length() + form.length());
        text.append(form).append(' ');
      }
      places.add(tokens);
    }
    Part part = new Part(PartRole.BODY, new Span(0, text.length()));
    Report report = Report.ofText(Metadata.builder().build(), text.toString(), List.of(part));
    return new AnalysedReport(report, new Pipeline(models).readTokens(report.text(), part, places));
  }
}
