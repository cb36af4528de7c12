package parley.ingest;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import parley.ingest.charset.Decoded;

/** A mail: its subject, date and the plain part of its text, or else the HTML part. */
final class Mail {

  private static final int DEEPEST = 8;

  private static final Pattern WORD =
      Pattern.compile("=\\?([^?\\s]{1,40})\\?([bBqQ])\\?([^?\\s]{0,2000})\\?=");

  private static final Pattern BOUNDARY = Pattern.compile("(?i)boundary=\"?([^\";\\r\\n]{1,100})");

  private Mail() {}

  /** Whether the first lines are headers of a mail. */
  static boolean is(String head) {
    int known = 0;
    for (String line : head.split("\r?\n", 40)) {
      if (line.isEmpty()) {
        break;
      }
      String lower = line.toLowerCase(Locale.ROOT);
      if (Character.isWhitespace(line.charAt(0))) {
        continue;
      }
      if (!lower.matches("[a-z][a-z0-9-]{1,40}:.*")) {
        return false;
      }
      if (lower.startsWith("from:")
          || lower.startsWith("message-id:")
          || lower.startsWith("mime-version:")
          || lower.startsWith("received:")
          || lower.startsWith("return-path:")
          || lower.startsWith("subject:")
          || lower.startsWith("delivered-to:")
          || lower.startsWith("date:")) {
        known++;
      }
    }
    return known >= 3;
  }

  static Row read(byte[] bytes, Map<String, String> columns) {
    Row row = new Row(columns);
    Map<String, String> head = headers(bytes);
    row.put("title", words(head.getOrDefault("subject", "")));
    row.put("published", head.getOrDefault("date", ""));
    String from = words(head.getOrDefault("from", ""));
    row.put("source", from.replaceAll("<[^>]*>|\"", "").strip());
    String text = part(bytes, 0, "text/plain");
    row.put(
        "text",
        text != null ? text : String.valueOf(part(bytes, 0, "text/html")).replace("null", ""));
    return row;
  }

  /** The first part of that type; null if there is none. */
  private static @Nullable String part(byte[] bytes, int depth, String type) {
    Map<String, String> head = headers(bytes);
    String own = head.getOrDefault("content-type", "text/plain");
    String lower = own.toLowerCase(Locale.ROOT);
    int body = bodyOf(bytes);
    Matcher boundary = BOUNDARY.matcher(own);
    if (lower.startsWith("multipart/") && boundary.find() && depth < DEEPEST) {
      String all = new String(bytes, body, bytes.length - body, StandardCharsets.ISO_8859_1);
      for (String piece : all.split(Pattern.quote("--" + boundary.group(1)), 200)) {
        if (piece.isBlank() || piece.startsWith("--")) {
          continue;
        }
        String found =
            part(piece.stripLeading().getBytes(StandardCharsets.ISO_8859_1), depth + 1, type);
        if (found != null) {
          return found;
        }
      }
      return null;
    }
    if (!lower.startsWith(type)
        || head.getOrDefault("content-disposition", "")
            .toLowerCase(Locale.ROOT)
            .startsWith("attachment")) {
      return null;
    }
    byte[] raw = Arrays.copyOfRange(bytes, body, bytes.length);
    String encoding = head.getOrDefault("content-transfer-encoding", "").toLowerCase(Locale.ROOT);
    if (encoding.contains("base64")) {
      raw = base64(new String(raw, StandardCharsets.ISO_8859_1));
    } else if (encoding.contains("quoted-printable")) {
      raw = quoted(raw, false);
    }
    Matcher charset = Pattern.compile("(?i)charset=\"?([\\w.:-]{2,40})").matcher(own);
    if (charset.find()
        && Charset.isSupported(charset.group(1))
        && !charset.group(1).equalsIgnoreCase("us-ascii")) {
      return new String(raw, Charset.forName(charset.group(1)));
    }
    return Decoded.text(raw).text();
  }

  private static Map<String, String> headers(byte[] bytes) {
    Map<String, String> head = new HashMap<>();
    String all = new String(bytes, 0, bodyOf(bytes), StandardCharsets.UTF_8);
    String name = "";
    for (String line : all.split("\r?\n")) {
      int colon = line.indexOf(':');
      if (!line.isEmpty() && Character.isWhitespace(line.charAt(0)) && !name.isEmpty()) {
        head.merge(name, line.strip(), (a, b) -> a + " " + b);
      } else if (colon > 0) {
        name = line.substring(0, colon).toLowerCase(Locale.ROOT);
        head.putIfAbsent(name, line.substring(colon + 1).strip());
      }
    }
    return head;
  }

  private static int bodyOf(byte[] bytes) {
    for (int i = 0; i + 1 < bytes.length; i++) {
      if (bytes[i] == '\n'
          && (bytes[i + 1] == '\n'
              || (i + 2 < bytes.length && bytes[i + 1] == '\r' && bytes[i + 2] == '\n'))) {
        return i + (bytes[i + 1] == '\n' ? 2 : 3);
      }
    }
    return 0;
  }

  private static byte[] base64(String text) {
    try {
      return Base64.getMimeDecoder().decode(text);
    } catch (IllegalArgumentException broken) {
      return text.getBytes(StandardCharsets.ISO_8859_1);
    }
  }

  private static byte[] quoted(byte[] raw, boolean header) {
    byte[] out = new byte[raw.length];
    int n = 0;
    for (int i = 0; i < raw.length; i++) {
      if (raw[i] == '='
          && i + 2 < raw.length
          && Character.digit(raw[i + 1], 16) >= 0
          && Character.digit(raw[i + 2], 16) >= 0) {
        out[n++] = (byte) (Character.digit(raw[i + 1], 16) * 16 + Character.digit(raw[i + 2], 16));
        i += 2;
      } else if (raw[i] == '='
          && i + 1 < raw.length
          && (raw[i + 1] == '\n' || raw[i + 1] == '\r')) {
        i += raw[i + 1] == '\r' && i + 2 < raw.length && raw[i + 2] == '\n' ? 2 : 1;
      } else {
        out[n++] = header && raw[i] == '_' ? (byte) ' ' : raw[i];
      }
    }
    return Arrays.copyOf(out, n);
  }

  /** A header's text with its encoded words decoded. */
  private static String words(String header) {
    Matcher matcher = WORD.matcher(header.replaceAll("\\?=\\s+=\\?", "?==?"));
    StringBuilder out = new StringBuilder();
    while (matcher.find()) {
      String decoded = matcher.group();
      if (Charset.isSupported(matcher.group(1))) {
        byte[] raw = matcher.group(3).getBytes(StandardCharsets.ISO_8859_1);
        byte[] bytes =
            matcher.group(2).equalsIgnoreCase("b") ? base64(matcher.group(3)) : quoted(raw, true);
        decoded = new String(bytes, Charset.forName(matcher.group(1)));
      }
      matcher.appendReplacement(out, Matcher.quoteReplacement(decoded));
    }
    return matcher.appendTail(out).toString();
  }
}
