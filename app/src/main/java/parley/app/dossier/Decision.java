package parley.app.dossier;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * What a reviewer decides of an entry.
 *
 * @param report id of the report
 * @param entry id of the entry in its record, null for one that is added
 * @param kind of the entry that is added, else null
 * @param value the fields that change, in the record's JSON form (a null takes a field out); spans
 *     need begin and end only
 * @param note in the reviewer's words, null for none
 * @param by the reviewer's name
 */
public record Decision(
    String report,
    @Nullable String entry,
    @Nullable Kind kind,
    Act act,
    @Nullable ObjectNode value,
    @Nullable String note,
    String by) {

  /** What is done. */
  public enum Act {
    ACCEPT,
    CORRECT,
    REJECT,
    NOTE,
    ADD,
    /** Takes the earlier decision back; the entry is the machine's again. */
    CLEAR
  }
}
