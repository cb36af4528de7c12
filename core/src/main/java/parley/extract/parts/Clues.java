package parley.extract.parts;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tells by its words what a short line of copied text is for. */
final class Clues {

  /** Whole lines that pages print around a report, in {@link Line#plain}. */
  private static final Set<String> FURNITURE =
      Set.of(
          "sign in",
          "sign up",
          "log in",
          "login",
          "log out",
          "register",
          "subscribe",
          "subscribe now",
          "subscribe today",
          "menu",
          "search",
          "home",
          "skip to content",
          "skip to main content",
          "skip to navigation",
          "open menu",
          "close menu",
          "close",
          "share",
          "share this",
          "share this article",
          "share this story",
          "share article",
          "share on facebook",
          "share on twitter",
          "share on x",
          "facebook",
          "twitter",
          "whatsapp",
          "email",
          "e-mail",
          "print",
          "print article",
          "copy link",
          "link copied",
          "linkedin",
          "reddit",
          "telegram",
          "pinterest",
          "instagram",
          "youtube",
          "tweet",
          "save",
          "save article",
          "save for later",
          "bookmark",
          "gift this article",
          "give this article",
          "listen",
          "listen to article",
          "listen to this article",
          "read more",
          "read more here",
          "read also",
          "see more",
          "show more",
          "load more",
          "view more",
          "more",
          "continue reading",
          "continue reading the main story",
          "read next",
          "read in app",
          "open in app",
          "advertisement",
          "advertisements",
          "advertising",
          "ad",
          "sponsored",
          "sponsored content",
          "promoted",
          "promoted content",
          "paid content",
          "story continues below advertisement",
          "article continues below",
          "article continues after ad",
          "scroll to continue",
          "comments",
          "comment",
          "leave a comment",
          "post a comment",
          "add a comment",
          "view comments",
          "show comments",
          "join the conversation",
          "related",
          "related stories",
          "related articles",
          "related topics",
          "related content",
          "related news",
          "related coverage",
          "most read",
          "most popular",
          "most viewed",
          "trending",
          "trending now",
          "recommended",
          "recommended for you",
          "recommended stories",
          "you may also like",
          "you might also like",
          "more on this story",
          "more from",
          "more stories",
          "more news",
          "more on this topic",
          "up next",
          "next article",
          "previous article",
          "latest news",
          "latest stories",
          "top stories",
          "editors' picks",
          "editor's picks",
          "editors picks",
          "top",
          "back to top",
          "go to top",
          "contact us",
          "about us",
          "privacy policy",
          "terms of use",
          "terms of service",
          "terms and conditions",
          "terms & conditions",
          "cookie policy",
          "cookie settings",
          "privacy settings",
          "accept",
          "accept all",
          "accept cookies",
          "i agree",
          "manage preferences",
          "newsletter",
          "newsletters",
          "sign up for our newsletter",
          "get the newsletter",
          "follow",
          "follow us",
          "follow us on",
          "topics",
          "tags",
          "in this article",
          "view gallery",
          "view all",
          "play video",
          "watch live",
          "watch now",
          "live tv",
          "live updates",
          "e-paper",
          "my account",
          "customer service",
          "help",
          "faq",
          "all rights reserved",
          "loading",
          "loading...",
          "toggle navigation",
          "no thanks",
          "not now",
          "article tags",
          "was this article helpful",
          "donate",
          "donate now",
          "support us",
          "become a member",
          "font size",
          "text size",
          "share full article",
          "view on x",
          "view on instagram",
          "this article is more than 1 year old");

  /** Beginnings of lines that ask the reader for something or point elsewhere. */
  private static final String[] PROMPTS = {
    "sign up for",
    "sign up to",
    "sign in to",
    "log in to",
    "subscribe to",
    "click here",
    "tap here",
    "follow us on",
    "like us on",
    "find us on",
    "join us on",
    "join our",
    "download our",
    "download the",
    "get our",
    "get the latest",
    "get more news",
    "never miss",
    "don't miss a",
    "already a subscriber",
    "already a member",
    "not a subscriber",
    "to continue reading",
    "continue reading",
    "this article is for subscribers",
    "thank you for reading",
    "thanks for reading",
    "you have reached your limit",
    "we use cookies",
    "this site uses cookies",
    "by continuing to use",
    "by clicking",
    "by signing up",
    "by subscribing",
    "\u00a9",
    "copyright \u00a9",
    "copyright (c)",
    "copyright 19",
    "copyright 20",
    "all rights reserved",
    "this material may not be published",
    "read more:",
    "read more at",
    "read also:",
    "also read:",
    "read next:",
    "see also:",
    "related:",
    "more on this:",
    "more:",
    "watch:",
    "listen:",
    "recommended:",
    "more from ",
    "most read in",
    "share this ",
    "have a news tip",
    "got a tip",
    "send us a tip",
    "contact the author",
    "comments are closed",
    "your email address will not be published",
    "enter your email",
    "please enable javascript",
    "support quality journalism",
    "support our journalism",
    "tags:",
    "topics:",
    "filed under",
    "for more news",
    "for more stories",
    "for all the latest",
    "check out our",
    "visit our website"
  };

  private static final Map<Character, List<String>> PROMPTS_BY_INITIAL =
      Stream.of(PROMPTS).collect(Collectors.groupingBy(prompt -> prompt.charAt(0)));

  /** Lines after which a list of other reports' headlines follows. */
  private static final String[] LISTS = {
    "related stories",
    "related articles",
    "related news",
    "related content",
    "related coverage",
    "related topics",
    "related",
    "most read",
    "most popular",
    "most viewed",
    "trending",
    "trending now",
    "recommended",
    "recommended for you",
    "recommended stories",
    "you may also like",
    "you might also like",
    "more on this story",
    "more stories",
    "more news",
    "more on this topic",
    "read next",
    "up next",
    "read more",
    "read also",
    "latest news",
    "latest stories",
    "top stories",
    "editors' picks",
    "editor's picks",
    "editors picks"
  };

  private static final Set<String> LIST_HEADS = Set.of(LISTS);

  private static final String AGENCIES =
      "AP|AFP|Reuters|REUTERS|Getty"
          + " Images|Getty|EPA|EPA-EFE|EFE|dpa|DPA|Xinhua|TASS|ANSA|UPI|PTI|ANI|Anadolu(?:"
          + " Agency)?|AA|Associated Press|The Associated Press|Press"
          + " Association|PA|Shutterstock|iStock|Bloomberg|Alamy|Corbis|Flash90|Handout|Wikimedia"
          + " Commons|Facebook|Twitter|Pool|Polaris|Redux|Magnum|ZUMA(?: Press)?|SIPA|Sipa"
          + " USA|NurPhoto|Kyodo|Yonhap";

  private static final String NAME = "[\\p{Lu}][\\p{L}.'\u2019-]{0,30}";
  private static final String NAMES = NAME + "(?:[ ,&]{1,3}(?:and )?" + NAME + "){0,5}";

  /** A picture credit that is the whole line. */
  private static final Pattern CREDIT =
      Pattern.compile(
          "\\(?(?:(?i:photo(?:graph)?s?|image|picture|pic|credit|photo credit|image"
              + " credit|credits|source|video|illustration|file photo|copyright)(?: courtesy)?(?:"
              + " by| of)?\\s?[:/|\u2013-]"
              + " ?.{2,70}|(?i:photo(?:graph)?s?|image|picture|illustration|pictured?|file photo)"
              + " (?i:by|courtesy of|courtesy) .{2,60}|(?:"
              + AGENCIES
              + ")\\s?(?:[/|]|via|\u2013|-|,)\\s?(?:"
              + NAMES
              + "|"
              + AGENCIES
              + ")(?:\\s?(?:/|via)\\s?(?:"
              + AGENCIES
              + "))?"
              + "|"
              + NAMES
              + "\\s?(?:[/|]|via|\u2013)\\s?(?:"
              + AGENCIES
              + ")(?:\\s?(?:/|via|,)\\s?"
              + NAMES
              + ")?"
              + "|(?:\u00a9 ?)?(?:"
              + AGENCIES
              + ")(?: (?i:photo|photos|file photo|file|images?))?"
              + ")\\)?\\.?");

  /** A picture credit at the end of a caption; group 1 is the credit. */
  private static final Pattern CREDIT_AT_END =
      Pattern.compile(
          "(?s).{8,}?[.!?\u201d\"'\u2019)]?\\s([\\[(](?:(?i:photo|image|picture|credit|source|file"
              + " photo|handout|courtesy)[^()\\[\\]]{0,80}|[^()\\[\\]]{0,60}(?:"
              + AGENCIES
              + ")(?: (?i:photo|file"
              + " photo|file|images))?(?:/[^()\\[\\]/]{2,40})?)[\\])]|(?i:photo(?:graph)?|image|picture|credit|photo"
              + " credit|image credit):\\s?[^.:]{2,70}|(?:"
              + AGENCIES
              + ")/(?:"
              + NAMES
              + "|"
              + AGENCIES
              + ")"
              + "|"
              + NAME
              + "(?: "
              + NAME
              + "){0,2} ?/ ?(?:"
              + AGENCIES
              + "))\\.?");

  /** Longer than any line that {@link #READING_TIME} matches. */
  private static final int LONGEST_COUNT = 30;

  private static final String MONTHS =
      "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
          + "|nov(?:ember)?|dec(?:ember)?)\\.?";

  /** A line that is a date, with or without time of day and words such as "Published". */
  private static final Pattern DATE =
      Pattern.compile(
          "(?:(?:first |last )?(?:published|updated|modified|posted|created|date|issued)(?: on|"
              + " at)?:?"
              + " ?)?(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\\.?,? )?(?:"
              + MONTHS
              + " \\d{1,2}(?:st|nd|rd|th)?,? \\d{4}|\\d{1,2}(?:st|nd|rd|th)? "
              + MONTHS
              + ",? \\d{4}|\\d{4}-\\d{2}-\\d{2}|\\d{1,2}[./]\\d{1,2}[./]\\d{2,4})(?:["
              + " ,|\u2022\u00b7/@()-]*(?:t?\\d{1,2}[:.]\\d{2}(?:[:.]\\d{2})?z?|\\d{1,2}"
              + " ?[ap]m|[ap]\\.?m\\.?|at|on|and|first|last|updated|published|modified|utc|gmt|[a-z]{1,4}t|local"
              + " time|hours|hrs|[+-]\\d{2}:?\\d{2}|"
              + MONTHS
              + "|\\d{1,4}|(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?|:)){0,20}[."
              + " ]*");

  private static final Pattern READING_TIME =
      Pattern.compile(
          "\\d{1,2} ?(?:min(?:ute)?s?)(?: read)?|\\d{1,3}"
              + " (?:comments?|shares?|views?|likes?)|(?:image|photo|picture|slide|gallery|video)"
              + " \\d{1,3} (?:of|/) \\d{1,3}|\\d{1,3} ?(?:/|of) ?\\d{1,3}");

  private static final Pattern BYLINE =
      Pattern.compile(
          "(?:By|BY|by|Story by|Written by|Text by|Reported by|From) (?:the"
              + " )?[\\p{Lu}][\\p{L}.'\u2019-]*(?:["
              + " ,|&/\u2022-]{1,3}(?:and|in|for|of|de|van|von|der|al|el|bin|la|le|"
              + "the|at|with|correspondent|editor|reporter|writer|staff|chief|[\\p{Lu}\\d@][\\p{L}\\d.'\u2019-]*)){0,14}");

  private static final Pattern NAMELESS_BYLINE =
      Pattern.compile(
          "(?:(?:The )?Associated Press|Reuters|AFP|Agence France-Presse|Staff|Staff"
              + " (?:writer|reporter|correspondent)|(?:News |Web )?(?:Desk|Agencies)|Our (?:own"
              + " )?[Cc]orrespondent|PTI|ANI|IANS|UPI|dpa|Xinhua)");

  private static final Pattern CLOSING_BYLINE =
      Pattern.compile(
          "(?:\\()?(?:Additional |Additonal )?(?:[Rr]eporting|[Ww]riting|[Ee]diting|[Cc]ompiled) by"
              + " [\\p{Lu}].{2,300}|(?:\u2014|--|\u2013|-)"
              + " ?(?:AP|AFP|Reuters|PTI|Xinhua|ANI|IANS|dpa|UPI)");

  /** Longest line that is matched against a pattern; patterns cost at most its square. */
  private static final int PATTERN_LIMIT = 320;

  private Clues() {}

  /** A line that a page prints around any report: a button, a prompt, a footer. */
  static boolean furniture(Line line) {
    if (line.words > 45 || line.length() > PATTERN_LIMIT) {
      return false;
    }
    String plain = line.plain;
    if (plain.isEmpty()) {
      return line.text.chars().noneMatch(Character::isLetterOrDigit);
    }
    if (FURNITURE.contains(plain)
        || (plain.length() <= LONGEST_COUNT && READING_TIME.matcher(plain).matches())) {
      return true;
    }
    if (line.isQuoted()) {
      return false;
    }
    return prompts(line.text.trim().toLowerCase(Locale.ROOT)) || prompts(plain);
  }

  private static boolean prompts(String start) {
    if (start.isEmpty()) {
      return false;
    }
    for (String prompt : PROMPTS_BY_INITIAL.getOrDefault(start.charAt(0), List.of())) {
      if (start.startsWith(prompt)) {
        return true;
      }
    }
    return false;
  }

  /** A line after which other reports' headlines are listed. */
  static boolean listHead(Line line) {
    return line.words <= 5 && LIST_HEADS.contains(line.plain);
  }

  /** A line of a page's foot, below which no report goes on. */
  static boolean footer(Line line) {
    return line.plain.startsWith("\u00a9")
        || (line.plain.startsWith("copyright") && line.words < 30)
        || line.plain.endsWith("all rights reserved");
  }

  static boolean credit(Line line) {
    return line.length() <= 120 && line.words <= 14 && CREDIT.matcher(line.text.trim()).matches();
  }

  /** Where in the line a credit at its end begins; -1 if there is none. */
  static int creditAtEnd(Line line) {
    if (line.length() > PATTERN_LIMIT || line.words < 4) {
      return -1;
    }
    java.util.regex.Matcher matcher = CREDIT_AT_END.matcher(line.text);
    return matcher.matches() ? matcher.start(1) : -1;
  }

  static boolean date(Line line) {
    return line.length() <= 120 && DATE.matcher(line.plain).matches();
  }

  static boolean byline(Line line) {
    if (line.length() > 140 || line.endsSentence() && !line.text.endsWith("Jr.")) {
      return false;
    }
    return BYLINE.matcher(line.text).matches() || NAMELESS_BYLINE.matcher(line.text).matches();
  }

  /** Who reported, at the end of an agency's text. */
  static boolean closingByline(Line line) {
    return line.length() <= PATTERN_LIMIT && CLOSING_BYLINE.matcher(line.text).matches();
  }
}
