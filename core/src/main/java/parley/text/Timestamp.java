package parley.text;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * When a report was published or changed, as precisely as its source says.
 *
 * @param date the day in the source's own zone
 * @param time time of day, null if not stated
 * @param zone null if not stated; never without a time
 */
public record Timestamp(LocalDate date, @Nullable LocalTime time, @Nullable ZoneOffset zone) {

  public Timestamp {
    if (zone != null && time == null) {
      throw new IllegalArgumentException("a zone without a time: " + date + " " + zone);
    }
  }

  public static Timestamp ofDate(LocalDate date) {
    return new Timestamp(date, null, null);
  }

  /**
   * Reads ISO 8601: {@code 1988-08-09}, {@code 1988-08-09T10:15}, {@code 1988-08-09T10:15+02:00}.
   *
   * @throws DateTimeException if it is none of these
   */
  public static Timestamp parse(String iso) {
    if (iso.length() <= 10) {
      return ofDate(LocalDate.parse(iso));
    }
    try {
      OffsetDateTime at = OffsetDateTime.parse(iso);
      return new Timestamp(at.toLocalDate(), at.toLocalTime(), at.getOffset());
    } catch (DateTimeException noZone) {
      LocalDateTime at = LocalDateTime.parse(iso);
      return new Timestamp(at.toLocalDate(), at.toLocalTime(), null);
    }
  }

  /** ISO 8601; {@link #parse} reads it back to an equal value. */
  @Override
  public String toString() {
    if (time == null) {
      return date.toString();
    }
    return date + "T" + time + (zone == null ? "" : zone.getId());
  }
}
