package parley.app.dossier;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import parley.board.Expression;
import parley.board.Heard;
import parley.record.Stance;

/** A row of a listing as the board hears it. */
record HeardRow(Listing listing, int row) implements Heard {

  private static final Stance[] STANCES = Stance.values();

  private Terms terms() {
    return listing.terms;
  }

  private int term() {
    return listing.extra[row];
  }

  @Override
  public Stance stance() {
    return STANCES[listing.stance[row]];
  }

  @Override
  public @Nullable LocalDate date() {
    int day = terms().heard[term()];
    return day == Listed.NO_DAY ? null : LocalDate.ofEpochDay(day);
  }

  @Override
  public String report() {
    return listing.reportId[listing.report[row]];
  }

  @Override
  public String position() {
    return listing.idOf(row);
  }

  @Override
  public int begin() {
    return terms().spans[term() * 6 + Terms.CONTENT];
  }

  @Override
  public @Nullable String outlet() {
    return listing.word(terms().outlet[term()]);
  }

  @Override
  public boolean ownVoice() {
    return terms().own[term()];
  }

  @Override
  public double confidence() {
    return terms().sure[term()];
  }

  @Override
  public boolean conditional() {
    return terms().spans[term() * 6 + Terms.CONDITION + 1] > 0;
  }

  @Override
  public Expression.@Nullable Measure quantity() {
    if (terms().spans[term() * 6 + Terms.QUANTITY + 1] == 0) {
      return null;
    }
    double amount = terms().amount[term()];
    return new Expression.Measure(
        "", Double.isNaN(amount) ? null : (Double) amount, listing.word(terms().unit[term()]));
  }

  /** Equal for what may be copies of each other in one cell. */
  record SameAs(int stance, int day, long clause) {}

  SameAs sameAs() {
    return new SameAs(listing.stance[row], terms().copyDay[term()], terms().clause[term()]);
  }
}
