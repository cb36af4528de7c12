package parley.board;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import parley.record.Stance;

/**
 * One expression of a position: a party's stance on an issue as one report told it first, with the
 * other reports that carry the same words.
 *
 * @param party common name of who holds it
 * @param issue code of the codebook
 * @param date the day on which it was expressed, else that on which the report was published; null
 *     if neither is known
 * @param report id of the report
 * @param position id of the position in the report's record
 * @param outlet who published it, or the agency credited; null if not known
 * @param title the report's headline, null if not known
 * @param words cue, content and condition as they stand in the report, shortened if very long
 * @param content the clause alone
 * @param condition null if none is told
 * @param quantity null if none is told
 * @param voice who voices it, if that is not the party or one who speaks for it
 * @param speaker who says it, of whatever side; null if the report tells it itself
 * @param confidence of the reading, 0 to 1
 * @param begin where the content begins in the report, in code points
 * @param end where it ends, exclusive, in code points
 * @param copies ids of further reports that carry the same
 * @param links what it is offered or demanded in exchange for
 */
public record Expression(
    String party,
    String issue,
    Stance stance,
    @Nullable LocalDate date,
    String report,
    String position,
    @Nullable String outlet,
    @Nullable String title,
    String words,
    String content,
    @Nullable String condition,
    @Nullable Measure quantity,
    @Nullable String voice,
    @Nullable String speaker,
    double confidence,
    int begin,
    int end,
    List<String> copies,
    List<Link> links)
    implements Heard {

  public Expression {
    copies = List.copyOf(copies);
    links = List.copyOf(links);
  }

  @Override
  public boolean ownVoice() {
    return voice == null;
  }

  @Override
  public boolean conditional() {
    return condition != null;
  }

  /**
   * A number, amount or duration.
   *
   * @param value null if vague
   */
  public record Measure(String text, @Nullable Double value, @Nullable String unit) {}

  /** The cell that an expression is joined to by a condition or an exchange. */
  public record Link(String party, String issue) {}
}
