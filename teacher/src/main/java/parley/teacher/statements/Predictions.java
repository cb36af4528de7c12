package parley.teacher.statements;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import parley.extract.statements.internal.Candidate;
import parley.text.CodePoints;
import parley.text.Span;

/** Writes candidates in the scorer's form, one line an article. */
final class Predictions {

  private Predictions() {}

  static void write(Writer out, PolnearCorpus.Article article, List<Candidate> chosen)
      throws IOException {
    CodePoints points = CodePoints.of(article.report().text());
    StringBuilder line =
        new StringBuilder("{\"doc\": \"" + article.name() + "\", \"statements\": [");
    for (int k = 0; k < chosen.size(); k++) {
      Candidate c = chosen.get(k);
      line.append(k == 0 ? "" : ", ");
      line.append("{\"confidence\": ").append(c.confidence());
      line.append(", \"source\": ").append(spans(c, c.source(), points));
      line.append(", \"cue\": ").append(spans(c, c.cue(), points));
      line.append(", \"content\": ").append(spans(c, c.content(), points)).append('}');
    }
    out.write(line + "]}\n");
  }

  private static String spans(Candidate c, List<Candidate.Run> runs, CodePoints points) {
    StringBuilder result = new StringBuilder("[");
    for (Candidate.Run run : runs) {
      Span span = c.passage().span(run.begin(), run.end());
      result.append(result.length() > 1 ? ", " : "");
      result.append('[').append(points.fromUtf16(span.begin())).append(", ");
      result.append(points.fromUtf16(span.end())).append(']');
    }
    return result.append(']').toString();
  }
}
