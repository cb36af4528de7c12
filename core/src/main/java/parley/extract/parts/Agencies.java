package parley.extract.parts;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import parley.text.Part;
import parley.text.PartRole;

/** Finds which wire agency a report is credited to. */
final class Agencies {

  /** Names and short forms as they stand in datelines and credits, to the name in full. */
  private static final Map<String, String> NAMES = new LinkedHashMap<>();

  static {
    String[][] names = {
      {"Associated Press", "AP", "The Associated Press", "AP News"},
      {"Reuters", "Thomson Reuters", "REUTERS"},
      {"AFP", "Agence France-Presse", "Agence France Presse"},
      {"dpa", "Deutsche Presse-Agentur", "DPA"},
      {"EFE", "Agencia EFE"},
      {"ANSA"},
      {"Xinhua", "Xinhua News Agency"},
      {"TASS", "ITAR-TASS"},
      {"Interfax"},
      {"RIA Novosti"},
      {"Anadolu Agency", "AA", "Anadolu"},
      {"Kyodo", "Kyodo News"},
      {"Yonhap", "Yonhap News Agency"},
      {"PTI", "Press Trust of India"},
      {"ANI", "Asian News International"},
      {"IANS"},
      {"UPI", "United Press International"},
      {"PA Media", "Press Association"},
      {"Bloomberg", "Bloomberg News"},
      {"SANA"},
      {"WAFA"},
      {"MENA"},
      {"IRNA"},
      {"Canadian Press", "The Canadian Press"},
      {"AAP", "Australian Associated Press"},
      {"Inter Press Service", "IPS"}
    };
    for (String[] forms : names) {
      for (String form : forms) {
        NAMES.put(form, forms[0]);
      }
    }
  }

  private static final Pattern BRACKETED = Pattern.compile("\\(([\\p{L} .-]{2,40})\\)");

  private static final Pattern CLOSING =
      Pattern.compile(
          "(?:^|[.!?\u201d\"]\\s)(?:\u2014|--|\u2013|-|\\()? ?([\\p{L} .-]{2,30})\\)?$");

  private static final Pattern BYLINE_PIECES =
      Pattern.compile("(?i)^by |[,|/(;)\u2014\u2013-]| and ");

  private static final int CLOSING_LOOK = 60;

  private Agencies() {}

  /** The agency's name in full; null if that is none. */
  static @Nullable String named(String name) {
    return NAMES.get(name.strip());
  }

  /** By dateline, by a byline that is an agency, or by the agency's mark at the end. */
  static @Nullable String of(String text, List<Part> parts) {
    Part last = null;
    for (Part part : parts) {
      if (part.role() == PartRole.DATELINE) {
        Matcher matcher = BRACKETED.matcher(part.span().of(text));
        while (matcher.find()) {
          String agency = named(matcher.group(1));
          if (agency != null) {
            return agency;
          }
        }
      } else if (part.role() == PartRole.BYLINE && part.span().length() < CLOSING_LOOK * 2) {
        String line = part.span().of(text);
        for (String piece : BYLINE_PIECES.split(line)) {
          String agency = named(piece);
          if (agency != null) {
            return agency;
          }
        }
      }
      if (part.role() == PartRole.BODY) {
        last = part;
      }
    }
    if (last == null) {
      return null;
    }
    int end = last.span().end();
    Matcher matcher =
        CLOSING.matcher(text.substring(Math.max(last.span().begin(), end - CLOSING_LOOK), end));
    return matcher.find() ? named(matcher.group(1)) : null;
  }
}
