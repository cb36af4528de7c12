package parley.ingest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import parley.ingest.dates.Dates;

/**
 * Many reports in one text, as press databases hand them out: Nexis, Factiva and ProQuest, saved as
 * text, RTF, Word or PDF.
 *
 * <ol>
 *   <li>the database is told by lines that only it writes;
 *   <li>the text is cut where a report ends;
 *   <li>labelled lines and the lines around them become a {@link Row}; what follows the text (index
 *       terms, load dates) is left out.
 * </ol>
 */
final class Bundles {

  private static final Pattern NEXIS_COUNT =
      Pattern.compile("(?i)(?:document )?\\d{1,6} of \\d{1,6} documents?");

  private static final Pattern FACTIVA_END =
      Pattern.compile("Document [A-Z][A-Z0-9]{2,11}[0-9]{6,8}[a-z0-9]{4,12}");

  private static final Pattern FACTIVA_WORDS = Pattern.compile("[\\d,.]{1,9} words");

  private static final Pattern FACTIVA_CODE =
      Pattern.compile(
          "(SE|HD|BY|CR|WC|PD|ET|SN|SC|ED|PG|VOL|LA|CY|LP|TD|CO|IN|NS|RE|CT|RF|CLM|ART|IPD|IPC|PUB|AN)(?:\\s+(.*))?");

  /** Codes behind the text; a line of the text may begin with one, but then holds no colon. */
  private static final Set<String> FACTIVA_TERMS = Set.of("CO", "IN", "NS", "RE", "IPD", "IPC");

  private static final Pattern PROQUEST_RULE = Pattern.compile("[_\u2014-]{20,}");

  private static final Pattern LABEL =
      Pattern.compile("([A-Z][A-Za-z/-]*(?: [A-Za-z/]+){0,3})\\s?:(?:\\s+(.*))?");

  /** Labels of a Nexis document, before and behind its text. */
  private static final Set<String> NEXIS_LABELS =
      Set.of(
          "section",
          "length",
          "byline",
          "dateline",
          "highlight",
          "language",
          "load-date",
          "subject",
          "publication-type",
          "journal code",
          "company",
          "organization",
          "person",
          "geographic",
          "industry",
          "country",
          "state",
          "city",
          "ticker",
          "series",
          "graphic",
          "type",
          "url",
          "correction",
          "pub-type",
          "document-type",
          "distribution",
          "edition",
          "acc-no");

  /** Lines and labels that end the text of a Nexis document. */
  private static final Set<String> NEXIS_ENDS =
      Set.of(
          "classification",
          "graphic",
          "load-date",
          "language",
          "publication-type",
          "pub-type",
          "document-type",
          "journal code",
          "acc-no",
          "subject");

  /** Labels of a ProQuest document that stand behind its text. */
  private static final Set<String> PROQUEST_ENDS =
      Set.of(
          "subject",
          "location",
          "people",
          "company / organization",
          "company/organization",
          "title",
          "publication title",
          "credit",
          "links",
          "copyright",
          "details",
          "business indexing term",
          "identifier / keyword",
          "illustration",
          "word count",
          "classification");

  private Bundles() {}

  /** The reports in a text, one row each; none if it is not known as such a file. */
  static List<Row> read(String text, Map<String, String> columns) {
    List<String> lines = text.lines().map(String::strip).toList();
    int ends = 0;
    int counts = 0;
    int closed = 0;
    int lengths = 0;
    int codes = 0;
    int rules = 0;
    int fulls = 0;
    for (String line : lines) {
      if (line.length() > 200) {
        continue;
      }
      String lower = line.toLowerCase(Locale.ROOT);
      ends += lower.equals("end of document") ? 1 : 0;
      counts += NEXIS_COUNT.matcher(line).matches() ? 1 : 0;
      lengths += lower.startsWith("length:") || FACTIVA_WORDS.matcher(line).matches() ? 1 : 0;
      closed += FACTIVA_END.matcher(line).matches() ? 1 : 0;
      codes += line.startsWith("HD ") || line.equals("HD") ? 1 : 0;
      codes += line.startsWith("PD ") || line.equals("PD") ? 1 : 0;
      rules += PROQUEST_RULE.matcher(line).matches() ? 1 : 0;
      fulls += lower.startsWith("full text:") || lower.equals("full text") ? 1 : 0;
    }
    if ((ends > 0 || counts > 0) && lengths > 0) {
      return each(nexisPieces(lines), piece -> nexis(piece, columns));
    }
    if (codes > 1) {
      return factivaCoded(lines, columns);
    }
    if (closed > 0 && lengths > 0) {
      return each(
          cut(lines, line -> FACTIVA_END.matcher(line).matches()),
          piece -> factiva(piece, columns));
    }
    if (rules > 0 && fulls > 0) {
      return each(
          cut(lines, line -> PROQUEST_RULE.matcher(line).matches()),
          piece -> proquest(piece, columns));
    }
    return List.of();
  }

  private interface Reading {
    @Nullable Row of(List<String> piece);
  }

  private interface End {
    boolean is(String line);
  }

  private static List<Row> each(List<List<String>> pieces, Reading reading) {
    List<Row> rows = new ArrayList<>();
    for (List<String> piece : pieces) {
      Row row = reading.of(piece);
      if (row != null && row.get("text") != null) {
        rows.add(row);
      }
    }
    return rows;
  }

  /** Pieces between lines that end one, those lines left out. */
  private static List<List<String>> cut(List<String> lines, End end) {
    List<List<String>> pieces = new ArrayList<>();
    List<String> piece = new ArrayList<>();
    for (String line : lines) {
      if (end.is(line)) {
        pieces.add(piece);
        piece = new ArrayList<>();
      } else {
        piece.add(line);
      }
    }
    pieces.add(piece);
    return pieces;
  }

  private static List<List<String>> nexisPieces(List<String> lines) {
    return cut(
        lines,
        line -> line.equalsIgnoreCase("End of Document") || NEXIS_COUNT.matcher(line).matches());
  }

  private static @Nullable Row nexis(List<String> piece, Map<String, String> columns) {
    int body = -1;
    int length = -1;
    for (int i = 0; i < piece.size() && body < 0; i++) {
      if (piece.get(i).equalsIgnoreCase("Body")) {
        body = i;
      }
      length = label(piece.get(i)).equals("length") ? i : length;
    }
    if (body < 0 && length < 0) {
      return null;
    }
    int head = body < 0 ? length : body;
    Row row = new Row(columns);
    List<String> before = new ArrayList<>();
    String title = "";
    boolean dated = false;
    for (String line : piece.subList(0, head + 1)) {
      String label = label(line);
      if (line.isEmpty() || line.startsWith("Page ") || line.equalsIgnoreCase("Body")) {
        continue;
      }
      if (NEXIS_LABELS.contains(label)) {
        put(row, label.equals("highlight") ? "summary" : label, value(line));
      } else if (!dated && Dates.parse(line, Dates.Order.MONTH_FIRST) != null && !isRights(line)) {
        row.put("date", line);
        dated = true;
      } else if (!dated) {
        before.add(line);
      } else if (!isRights(line) && title.isEmpty()) {
        title = line;
      }
    }
    // Title, outlet, date; in older files outlet, date, title.
    if (before.size() > 1) {
      row.put("source", before.get(before.size() - 1));
      title = String.join(" ", before.subList(0, before.size() - 1));
    } else if (before.size() == 1) {
      row.put("source", before.get(0));
    }
    row.put("title", title);
    List<String> text = new ArrayList<>();
    for (String line : piece.subList(head + 1, piece.size())) {
      String label = label(line);
      if (NEXIS_ENDS.contains(label.isEmpty() ? line.toLowerCase(Locale.ROOT) : label)) {
        break;
      }
      text.add(line);
    }
    row.put("text", String.join("\n", text));
    return row;
  }

  private static boolean isRights(String line) {
    String lower = line.toLowerCase(Locale.ROOT);
    return lower.startsWith("copyright")
        || lower.startsWith("(c)")
        || lower.startsWith("\u00a9")
        || lower.endsWith("all rights reserved");
  }

  private static List<Row> factivaCoded(List<String> lines, Map<String, String> given) {
    Map<String, String> columns = new HashMap<>(Columns.of("factiva"));
    columns.putAll(given);
    List<Row> rows = new ArrayList<>();
    Map<String, StringBuilder> fields = new HashMap<>();
    String open = "";
    for (String line : lines) {
      Matcher code = FACTIVA_CODE.matcher(line);
      boolean coded = line.length() < 5000 && code.matches();
      String value = coded && code.group(2) != null ? code.group(2) : "";
      String name = coded ? code.group(1) : "";
      boolean inText = open.equals("TD") || open.equals("LP");
      if (coded && inText && FACTIVA_TERMS.contains(name) && value.indexOf(':') < 0) {
        coded = value.isEmpty();
      }
      if (!coded) {
        fields.computeIfAbsent(open, k -> new StringBuilder()).append('\n').append(line);
        continue;
      }
      if ((name.equals("HD") || name.equals("SE")) && fields.containsKey("HD")) {
        factivaRow(fields, columns, rows);
        fields = new HashMap<>();
      }
      open = name;
      fields.put(name, new StringBuilder(value));
    }
    factivaRow(fields, columns, rows);
    return rows;
  }

  private static void factivaRow(
      Map<String, StringBuilder> fields, Map<String, String> columns, List<Row> rows) {
    Row row = new Row(columns);
    fields.forEach(
        (code, value) -> {
          boolean text = code.equals("LP") || code.equals("TD");
          row.put(code, text ? value.toString() : value.toString().replaceAll("\\s+", " "));
        });
    if (row.get("text") != null) {
      rows.add(row);
    }
  }

  /** Title, byline, words, date, time, outlet, its code, language, rights, text. */
  private static @Nullable Row factiva(List<String> piece, Map<String, String> columns) {
    int words = -1;
    int rights = -1;
    for (int i = 0; i < piece.size() && rights < 0; i++) {
      words = words < 0 && FACTIVA_WORDS.matcher(piece.get(i)).matches() ? i : words;
      rights = words >= 0 && isRights(piece.get(i)) ? i : rights;
    }
    if (rights < 0) {
      return null;
    }
    Row row = new Row(columns);
    List<String> title = new ArrayList<>();
    for (String line : piece.subList(0, words)) {
      if (line.startsWith("By ") || line.startsWith("BY ")) {
        put(row, "byline", line);
      } else if (!line.isEmpty()) {
        title.add(line);
      }
    }
    // A section stands above the title.
    row.put("title", title.isEmpty() ? "" : title.get(title.size() - 1));
    if (title.size() > 1) {
      row.put("section", title.get(0));
    }
    String date = "";
    for (String line : piece.subList(words + 1, rights)) {
      if (line.isEmpty()) {
        continue;
      }
      if (date.isEmpty()) {
        date = line;
      } else if (line.matches("\\d{1,2}:\\d{2}(?: [A-Z]{2,4})?")) {
        date += " " + line;
      } else {
        // The first is the outlet's name, a later one its code or the language.
        row.put("source", line);
      }
    }
    row.put("date", date);
    row.put("text", String.join("\n", piece.subList(rights + 1, piece.size())));
    return row;
  }

  private static @Nullable Row proquest(List<String> piece, Map<String, String> columns) {
    Row row = new Row(columns);
    List<String> text = new ArrayList<>();
    boolean open = false;
    boolean past = false;
    String first = "";
    for (String line : piece) {
      String label = label(line);
      if (line.equalsIgnoreCase("full text") || label.equals("full text")) {
        open = true;
        text.add(value(line));
      } else if (open
          && PROQUEST_ENDS.contains(label.isEmpty() ? line.toLowerCase(Locale.ROOT) : label)) {
        open = false;
        past = true;
        put(row, label, value(line));
      } else if (open) {
        text.add(line);
      } else if (!label.isEmpty() && (past || !first.isEmpty())) {
        put(row, label, value(line));
      } else if (first.isEmpty()) {
        first = line;
      }
    }
    row.put("title", first);
    row.put("text", String.join("\n", text));
    return row;
  }

  private static void put(Row row, String label, String value) {
    if (!label.isEmpty()) {
      row.put(label, value);
    }
  }

  /** A labelled line's label in lower case; "" if it has none. */
  private static String label(String line) {
    Matcher matcher = line.length() > 400 ? null : LABEL.matcher(line);
    return matcher != null && matcher.matches() ? matcher.group(1).toLowerCase(Locale.ROOT) : "";
  }

  private static String value(String line) {
    int colon = line.indexOf(':');
    return colon < 0 ? "" : line.substring(colon + 1).strip();
  }
}
