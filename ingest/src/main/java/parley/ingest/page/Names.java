package parley.ingest.page;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import parley.extract.parts.PartReader;

/** Reads people's names out of bylines. */
final class Names {

  private static final Pattern LEAD =
      Pattern.compile(
          "(?iu)\\W*(?:(?:written|reported|posted|published|text|story|words|analysis|opinion|review|publicado|escrito)\\s*)?"
              + "(?:by|von|por|di|par|door|\u0430\u0432\u0442\u043e\u0440|text|author|autor|auteur|contributor|from)[\\s:]+");

  private static final Pattern SEPARATOR =
      Pattern.compile(
          "\\s*(?:[,;/|\u2022\u00b7\u2014\u2013]|\\s-\\s|\\s(?:and|und|et|y|e|&|\u0438|with)\\s|\\sfor\\s(?=the\\s|\\p{Lu})|\\sin\\s|\\(|\\)|\\n)\\s*");

  private static final Set<String> PARTICLES =
      Set.of(
          "de", "da", "do", "dos", "das", "del", "della", "di", "la", "le", "van", "von", "der",
          "den", "bin", "ibn", "al", "el", "ben", "abu", "y", "e", "ter", "zu", "st.", "du");

  /** Words that no person's name holds, so that desks, roles and outlets are not taken for one. */
  private static final Set<String> NOT_NAMES =
      Set.of(
          "staff",
          "editor",
          "editors",
          "editorial",
          "reporter",
          "reporters",
          "correspondent",
          "writer",
          "writers",
          "news",
          "press",
          "desk",
          "team",
          "agency",
          "agencies",
          "bureau",
          "service",
          "services",
          "times",
          "post",
          "journal",
          "tribune",
          "media",
          "magazine",
          "online",
          "reuters",
          "associated",
          "columnist",
          "contributor",
          "contributors",
          "senior",
          "chief",
          "director",
          "producer",
          "photographer",
          "analyst",
          "board",
          "company",
          "international",
          "network",
          "report",
          "reports",
          "wire",
          "wires",
          "admin",
          "administrator",
          "sport",
          "sports",
          "politics",
          "politico",
          "television",
          "radio",
          "digital",
          "web",
          "blog",
          "blogs",
          "special",
          "updated",
          "published",
          "posted",
          "minutes",
          "author",
          "authors",
          "national",
          "political",
          "security",
          "follow",
          "read",
          "more",
          "share",
          "comments",
          "view",
          "about",
          "by",
          "source",
          "image",
          "photo",
          "email",
          "university",
          "professor",
          "advertisement",
          "january",
          "february",
          "march",
          "april",
          "june",
          "july",
          "august",
          "september",
          "october",
          "november",
          "december",
          "monday",
          "tuesday",
          "wednesday",
          "thursday",
          "friday",
          "saturday",
          "sunday",
          "today",
          "newsroom",
          "guest",
          "opinion",
          "the",
          "edited",
          "facebook",
          "twitter",
          "instagram",
          "today's",
          "this",
          "article",
          "sponsored",
          "archive",
          "bio",
          "society",
          "editor-in-chief",
          "freelance",
          "inc",
          "inc.",
          "llc",
          "ltd");

  private static final Pattern PIECES = Pattern.compile("\\s[-|\u2022\u00b7/\u2013\u2014]\\s|\\s/");

  private static final int LONGEST = 300;

  private Names() {}

  /** Whether a line begins as bylines do. */
  static boolean leads(String line) {
    return !fromLead(head(line)).equals(head(line));
  }

  /** People's names in a byline or in an author field, in order. */
  static List<String> in(String byline, String site) {
    String line = fromLead(head(byline));
    Set<String> found = new LinkedHashSet<>();
    for (String piece : SEPARATOR.split(line)) {
      String name = clean(piece);
      if (isPerson(name, site)) {
        found.add(name);
      } else if (!found.isEmpty() && name.chars().anyMatch(Character::isDigit)) {
        break;
      }
    }
    return new ArrayList<>(found);
  }

  /** From "by" on, if a part of the line begins so; else the whole line. */
  private static String fromLead(String line) {
    String after = withoutLead(line);
    if (after.length() == line.length()) {
      for (String piece : PIECES.split(line)) {
        String rest = withoutLead(piece);
        if (rest.length() < piece.length()) {
          return rest;
        }
      }
    }
    return after;
  }

  private static String withoutLead(String line) {
    Matcher lead = LEAD.matcher(line);
    return lead.lookingAt() ? line.substring(lead.end()) : line;
  }

  private static String head(String line) {
    return line.length() > LONGEST ? line.substring(0, LONGEST) : line;
  }

  private static final Pattern AFTER =
      Pattern.compile(
          "(?iu)(?<=\\s)(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\\.? \\d"
              + "|updated|published|posted|on \\d|\\d).*");

  /** Two outlets' or people's names run together: "GarberFOXBusiness". */
  private static final Pattern RUN_TOGETHER = Pattern.compile("\\p{Ll}\\p{Lu}{2}");

  private static String clean(String piece) {
    String name = AFTER.matcher(" " + piece.strip()).replaceFirst("").strip();
    name = withoutLead(name).strip();
    int at = name.indexOf('@');
    if (at > 0) {
      name = name.substring(0, at).strip();
      name = name.contains(" ") ? name : "";
    }
    while (name.endsWith(".") && !name.endsWith("Jr.") && !name.endsWith("Sr.")) {
      name = name.substring(0, name.length() - 1);
    }
    boolean capitals = name.equals(name.toUpperCase(Locale.ROOT)) && name.contains(" ");
    return capitals ? capitalised(name) : name;
  }

  private static String capitalised(String name) {
    StringBuilder out = new StringBuilder();
    boolean start = true;
    String lower = name.toLowerCase(Locale.ROOT);
    for (int i = 0; i < lower.length(); i++) {
      char c = lower.charAt(i);
      out.append(start ? Character.toUpperCase(c) : c);
      start = !Character.isLetter(c);
    }
    return out.toString();
  }

  static boolean isPerson(String name, String site) {
    if (name.length() < 2 || name.length() > 60 || PartReader.agencyNamed(name) != null) {
      return false;
    }
    String[] words = name.split("\\s+");
    String close = Body.plain(name).replace(" ", "");
    if (words.length > 5
        || RUN_TOGETHER.matcher(name).find()
        || (close.length() > 3 && Body.plain(site).replace(" ", "").startsWith(close))) {
      return false;
    }
    for (int i = 0; i < words.length; i++) {
      String word = words[i];
      String lower = word.toLowerCase(Locale.ROOT);
      if (NOT_NAMES.contains(lower)) {
        return false;
      }
      if (PARTICLES.contains(lower) && i > 0) {
        continue;
      }
      if (!Character.isUpperCase(word.charAt(0)) && !word.startsWith("d'")) {
        return false;
      }
      for (int k = 0; k < word.length(); k++) {
        char c = word.charAt(k);
        if (c == '.' && k > 1 && k < word.length() - 1) {
          return false;
        }
        if (!Character.isLetter(c) && "'\u2019.-\u2018`".indexOf(c) < 0) {
          return false;
        }
      }
    }
    // One word is a name only if it is not an account's: more than capitals and long enough.
    return words.length > 1 || (name.length() > 2 && !name.equals(name.toUpperCase(Locale.ROOT)));
  }
}
