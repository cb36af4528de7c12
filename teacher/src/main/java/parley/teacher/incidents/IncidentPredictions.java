package parley.teacher.incidents;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import parley.extract.events.internal.IncidentModel.Draft;
import parley.extract.events.internal.IncidentModel.Filled;
import parley.extract.events.internal.IncidentModel.Role;

/** Incidents in the form of the MUC scorer (score_incidents.py): one document a line. */
public final class IncidentPredictions {

  private static final ObjectMapper JSON = new ObjectMapper();

  private static final Map<Role, String> FIELDS =
      new EnumMap<>(
          Map.of(
              Role.PERPETRATOR_INDIVIDUAL, "perpInd",
              Role.PERPETRATOR_ORGANIZATION, "perpOrg",
              Role.TARGET, "target",
              Role.VICTIM, "victim",
              Role.WEAPON, "weapon"));

  private IncidentPredictions() {}

  /** The line of one document. */
  public static String line(String id, List<Draft> drafts) throws JsonProcessingException {
    ObjectNode node = JSON.createObjectNode();
    node.put("id", id);
    ArrayNode templates = node.putArray("templates");
    for (Draft draft : drafts) {
      ObjectNode template = templates.addObject();
      template.put("type", draft.type());
      FIELDS.forEach(
          (role, field) -> {
            ArrayNode fillers = template.putArray(field);
            for (Filled filled : draft.fillers().getOrDefault(role, List.of())) {
              fillers.add(filled.filler().key());
            }
          });
    }
    return JSON.writeValueAsString(node);
  }
}
