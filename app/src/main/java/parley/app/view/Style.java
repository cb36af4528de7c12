package parley.app.view;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The style sheets that pages of one file carry in them. */
final class Style {

  private Style() {}

  /** The sheet of that name beside this class. */
  static String of(String sheet) {
    try (InputStream in =
        Objects.requireNonNull(
            Style.class.getResourceAsStream("/parley/app/view/" + sheet),
            () -> sheet + " is missing from the jar")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
