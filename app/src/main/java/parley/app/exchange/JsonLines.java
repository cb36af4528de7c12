package parley.app.exchange;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import parley.app.dossier.Dossier;
import parley.app.dossier.Filter;
import parley.app.dossier.Json;

/** Whole records, one a line, in the order in which they came. */
final class JsonLines {

  private JsonLines() {}

  static void write(Dossier dossier, Filter filter, OutputStream out) throws IOException {
    for (String id : dossier.reportIds()) {
      if (filter.report() == null || filter.report().equals(id)) {
        out.write(Json.write(dossier.report(id)).getBytes(StandardCharsets.UTF_8));
        out.write('\n');
      }
    }
  }
}
