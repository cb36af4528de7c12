package parley.app.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import parley.app.dossier.Dossier;
import parley.app.dossier.Filter;
import parley.app.dossier.Status;

/** Walks through the entries of a dossier, page by page, oldest first. */
final class Rows {

  private static final int PAGE = 500;

  /** Takes one entry: what it is, who, where, its tree. */
  interface Taker {
    void take(ObjectNode row) throws IOException;
  }

  private Rows() {}

  static void each(Dossier dossier, Filter filter, Taker taker) throws IOException {
    int offset = 0;
    while (true) {
      ObjectNode page = dossier.entries(filter, "oldest", offset, PAGE);
      for (JsonNode row : page.path("entries")) {
        boolean rejected = Status.REJECTED.code().equals(row.path("status").asText());
        if (!rejected || filter.status() == Status.REJECTED) {
          taker.take((ObjectNode) row);
        }
      }
      if (!page.has("next")) {
        return;
      }
      offset = page.path("next").asInt();
    }
  }

  /** The words of a field that is a list of spans; pieces are parted by an ellipsis. */
  static String words(JsonNode spans) {
    StringBuilder words = new StringBuilder();
    for (JsonNode span : spans) {
      words.append(words.length() == 0 ? "" : " … ").append(span.path("text").asText());
    }
    return words.toString();
  }

  /** The name of the actor with the record's id in that field; empty if there is none. */
  static String name(ObjectNode row, String field) {
    String id = row.path("entry").path(field).asText("");
    return row.path("names").path(id).asText("");
  }
}
