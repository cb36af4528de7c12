package parley.record;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import parley.text.PartRole;

/**
 * Somebody says, writes, thinks, wants, believes something: source, cue and content, as PolNeAR's
 * guidelines count attribution (Newell, Margolin and Ruths 2018).
 *
 * @param id unique in the record ("s1")
 * @param mode what the source does ("said", "wrote", "thought", "wanted", "felt", "knew")
 * @param speaker id of the actor that the source names, null if there is none or it is not known
 * @param source empty if the report names no source; several spans if it is split
 * @param cue the words that tie source and content; empty only for a quotation without any
 * @param content at least one span
 * @param addressee id of the actor spoken to, null if not told
 * @param venue where or on what occasion ("in a televised speech"), null if not told
 * @param time id of a time expression: when it was said, null if not told
 * @param part the role of the part in which its content begins
 * @param negated "did not say that"
 * @param hypothetical "might argue that"
 * @param within id of the statement that this one stands in, null for an outermost one
 */
public record Statement(
    String id,
    Kind kind,
    String mode,
    @Nullable String speaker,
    List<Anchor> source,
    List<Anchor> cue,
    List<Anchor> content,
    @Nullable String addressee,
    @Nullable Anchor venue,
    @Nullable String time,
    PartRole part,
    boolean negated,
    boolean hypothetical,
    @Nullable String within,
    Provenance provenance) {

  /** How much of the content stands in quotation marks. */
  public enum Kind {
    /** All. */
    DIRECT,
    /** None. */
    INDIRECT,
    /** Some. */
    MIXED;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * @throws IllegalArgumentException if there is no content
   */
  public Statement {
    source = List.copyOf(source);
    cue = List.copyOf(cue);
    content = List.copyOf(content);
    if (content.isEmpty()) {
      throw new IllegalArgumentException("statement " + id + " has no content");
    }
  }
}
