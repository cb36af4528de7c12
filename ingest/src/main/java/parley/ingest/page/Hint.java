package parley.ingest.page;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * What names in {@code class}, {@code id} and {@code role} say of a box, as bits. The words are the
 * common vocabulary of page builders, not of any one site.
 */
final class Hint {

  static final int NAVIGATION = 1;
  static final int FOOT = 1 << 1;
  static final int COMMENT = 1 << 2;
  static final int RELATED = 1 << 3;
  static final int SIDE = 1 << 4;
  static final int SHARE = 1 << 5;
  static final int PROMOTION = 1 << 6;
  static final int META = 1 << 7;
  static final int CAPTION = 1 << 8;
  static final int HIDDEN = 1 << 9;
  static final int CREDIT = 1 << 10;
  static final int STORY = 1 << 11;
  static final int DEK = 1 << 12;
  static final int BYLINE = 1 << 13;
  static final int AUTHOR_NOTE = 1 << 14;

  /** The page states that this is a report's body. */
  static final int STATED = 1 << 15;

  /** A class that names an author, whatever stands around the name. */
  static final int AUTHOR = 1 << 16;

  /** Names of what holds a live blog. */
  static final int LIVE = 1 << 17;

  /** Hints that a box is no part of a report's body. */
  static final int OUTSIDE =
      NAVIGATION
          | FOOT
          | COMMENT
          | RELATED
          | SIDE
          | SHARE
          | PROMOTION
          | META
          | HIDDEN
          | AUTHOR_NOTE;

  private static final Map<String, Integer> WORDS = new HashMap<>();

  static {
    words(
        NAVIGATION,
        "nav navigation navbar subnav menu submenu breadcrumb breadcrumbs masthead toolbar"
            + " pagination pager hamburger dropdown skiplink topbar subheader navigationbar"
            + " megamenu toc tableofcontents");
    words(FOOT, "footer foot copyright colophon siteinfo legal footnav disclaimer");
    words(
        COMMENT,
        "comment comments disqus respond commentlist commentform reply replies discussion livefyre"
            + " viafoura openweb spotim coral commenting commentary feedback reactions");
    words(
        RELATED,
        "related recommended recommendation recommendations recommend popular trending recirc"
            + " recirculation outbrain taboola mostread mostpopular upnext teaser teasers suggested"
            + " suggestions similar zergnet readmore relatedposts relatedcontent relatedarticles"
            + " relatedlinks yarpp jp-relatedposts carousel latest recent morefrom alsoread"
            + " readalso seealso revcontent mgid nextarticle interlink crosslink backlink promobox"
            + " storytimeline");
    words(
        SIDE,
        "sidebar rail aside complementary sidecolumn rightcol rightrail leftrail widget widgets"
            + " sidebars");
    words(
        SHARE,
        "share sharing social addthis sharedaddy addtoany sns sharebar sharetools socials"
            + " socialmedia sharethis follow shares tools actions utility engagement");
    words(
        PROMOTION,
        "newsletter newsletters subscribe subscription subscriptions signup paywall promo promos"
            + " promotion cta donate donation membership optin login signin register ad ads advert"
            + " advertisement advertising dfp gpt mpu leaderboard adsense adsbygoogle adslot adunit"
            + " sponsor sponsored sponsors commercial cookie cookies consent gdpr popup modal"
            + " overlay interstitial regwall piano tinypass mailchimp subscriber banner poll quiz"
            + " survey tooltip app-download apps sailthru optinmonster");
    words(
        META,
        "date dateline timestamp published publish pubdate meta posted postmeta tags taglist topics"
            + " topic categories taxonomy articlemeta entrymeta datetime updated readtime label"
            + " labels kicker eyebrow keywords rating ratings counter views hashtags postedon"
            + " attribution");
    words(BYLINE, "byline author authors contributor contributors writer bylines vcard reporter");
    words(
        AUTHOR_NOTE,
        "bio biography authorbox authorbio authorinfo aboutauthor aboutauthors avatar profile");
    words(
        CAPTION,
        "caption captions figcaption cutline wpcaption imagecaption photocaption gallery slideshow"
            + " slides thumb thumbnail lightbox imgcaption mediacaption legend");
    words(CREDIT, "credit credits photocredit imagecredit copyrightholder photographer");
    words(
        HIDDEN,
        "hidden hide visuallyhidden sronly screenreader offscreen sronly rollover popover hovercard"
            + " noprint invisible printonly template");
    words(
        STORY,
        "article story body content entry post text main articlebody storybody hentry articletext"
            + " entrycontent postcontent articlecontent postbody bodytext maincontent storytext"
            + " bodycopy richtext paragraphs");
    words(LIVE, "liveblog liveblogs liveupdate liveupdates");
    words(
        DEK,
        "dek deck subtitle subheadline subhead standfirst summary lede lead tagline strapline intro"
            + " excerpt subheading abstract description sapo chapeau");
  }

  /** One bit for each word by its hash code, so that most other names cost no look-up. */
  private static final long[] HASHED = new long[512];

  static {
    for (String word : WORDS.keySet()) {
      HASHED[slot(word.hashCode())] |= 1L << word.hashCode();
    }
  }

  private final Map<String, Integer> known = new HashMap<>();

  private static void words(int bit, String words) {
    for (String word : words.split(" ")) {
      WORDS.merge(word, bit, (a, b) -> a | b);
    }
  }

  /** Bits of all words in the names, and of neighbouring words joined ("related-posts"). */
  int of(String names) {
    if (names.isEmpty()) {
      return 0;
    }
    Integer bits = known.get(names);
    if (bits == null) {
      bits = read(names);
      known.put(names, bits);
    }
    return bits;
  }

  private static int read(String names) {
    int bits = namesAuthor(names) ? AUTHOR : 0;
    int limit = Math.min(names.length(), 400);
    int beforeBegin = -1;
    int beforeEnd = -1;
    int beforeHash = 0;
    int i = 0;
    while (i < limit) {
      if (!letter(names.charAt(i))) {
        if (names.charAt(i) <= ' ') {
          beforeBegin = -1;
        }
        i++;
        continue;
      }
      int begin = i;
      int hash = lower(names.charAt(i++));
      int power = 31;
      while (i < limit
          && letter(names.charAt(i))
          && !(upper(names.charAt(i)) && !upper(names.charAt(i - 1)))) {
        hash = hash * 31 + lower(names.charAt(i++));
        power *= 31;
      }
      bits |= bits(hash, names, begin, begin, begin, i);
      if (beforeBegin >= 0) {
        bits |= bits(beforeHash * power + hash, names, beforeBegin, beforeEnd, begin, i);
      }
      beforeBegin = begin;
      beforeEnd = i;
      beforeHash = hash;
    }
    return bits;
  }

  private static boolean namesAuthor(String names) {
    int length = names.strip().length();
    return length >= 4
        && length <= 200
        && (names.contains("uthor") || names.contains("yline") || names.contains("ontributor"));
  }

  /** Bits of the word made of two stretches, of which the hash code is given. */
  private static int bits(int hash, String names, int a, int aEnd, int b, int bEnd) {
    if ((HASHED[slot(hash)] & 1L << hash) == 0) {
      return 0;
    }
    String word = names.substring(a, aEnd) + names.substring(b, bEnd);
    return WORDS.getOrDefault(word.toLowerCase(Locale.ROOT), 0);
  }

  private static int slot(int hash) {
    return (hash >>> 6 ^ hash >>> 17) & HASHED.length - 1;
  }

  private static boolean upper(char c) {
    return c >= 'A' && c <= 'Z';
  }

  private static int lower(char c) {
    return upper(c) ? c + 32 : c;
  }

  private static boolean letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }
}
