package parley.teacher.incidents;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import parley.extract.events.internal.FillerFinder;
import parley.extract.events.internal.IncidentModel;
import parley.extract.events.internal.IncidentModel.Role;
import parley.teacher.Paragraphs;
import parley.text.Report;

/** Reads MUC-3's texts with their templates. */
final class MucCorpus {

  /**
   * @param templates for each type (index of {@link IncidentModel#TYPES}) that the text tells of,
   *     the keys of all mentions in each role, over all its incidents of the type
   * @param twice types of which it tells of two incidents or more
   */
  record Document(
      String id,
      Report report,
      Map<Integer, Map<Role, Set<String>>> templates,
      Set<Integer> twice) {}

  private static final ObjectMapper JSON = new ObjectMapper();

  private static final Map<Role, String> FIELDS =
      Map.of(
          Role.PERPETRATOR_INDIVIDUAL, "PerpInd",
          Role.PERPETRATOR_ORGANIZATION, "PerpOrg",
          Role.TARGET, "Target",
          Role.VICTIM, "Victim",
          Role.WEAPON, "Weapon");

  private MucCorpus() {}

  static List<Document> read(Path file) throws IOException {
    List<Document> documents = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      JsonNode doc = JSON.readTree(line);
      Map<Integer, Map<Role, Set<String>>> templates = new TreeMap<>();
      Set<Integer> twice = new HashSet<>();
      for (JsonNode template : doc.path("templatesGrit")) {
        for (JsonNode type : template.get("type")) {
          int index = IncidentModel.TYPES.indexOf(type.asText());
          if (index < 0) {
            continue;
          }
          if (templates.containsKey(index)) {
            twice.add(index);
          }
          Map<Role, Set<String>> roles =
              templates.computeIfAbsent(index, t -> new EnumMap<>(Role.class));
          FIELDS.forEach(
              (role, field) -> {
                Set<String> keys = roles.computeIfAbsent(role, r -> new HashSet<>());
                for (JsonNode entity : template.path(field)) {
                  for (JsonNode mention : entity) {
                    keys.add(FillerFinder.fold(mention.asText()));
                  }
                }
              });
        }
      }
      documents.add(
          new Document(
              doc.get("id").asText(),
              Paragraphs.report(doc.get("text").asText()),
              templates,
              twice));
    }
    return documents;
  }
}
