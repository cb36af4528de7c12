package parley.record;

import java.io.IOException;

/** Text that is not the JSON form of a record; the message names the place. */
public final class MalformedRecordException extends IOException {

  private static final long serialVersionUID = 1L;

  MalformedRecordException(String message) {
    super(message);
  }

  MalformedRecordException(String message, Throwable cause) {
    super(message, cause);
  }
}
