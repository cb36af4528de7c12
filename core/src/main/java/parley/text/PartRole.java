package parley.text;

import java.util.Locale;

/** What a part of a report is for. */
public enum PartRole {
  HEADLINE(true),
  /** The line below the headline that sums the report up or quotes from it. */
  DEK(true),
  BYLINE(false),
  DATELINE(false),
  BODY(true),
  SUBHEADING(true),
  CAPTION(true),
  /** Who made a picture. */
  CREDIT(false),
  /** Navigation, prompts, footers, related stories: whatever is not of the report. */
  BOILERPLATE(false);

  private final boolean read;

  PartRole(boolean read) {
    this.read = read;
  }

  /** Whether statements, events and positions are looked for in parts of this role. */
  public boolean isRead() {
    return read;
  }

  /** The name as it stands in records: lower case. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The role of that {@link #code()}.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static PartRole ofCode(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
