package parley.ingest.page;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import parley.extract.parts.PartReader;
import parley.text.Metadata;

/**
 * Settles what a page's several sources say of a report.
 *
 * <ol>
 *   <li>headline: as shown; else JSON-LD; else the title without the outlet's name;
 *   <li>published: JSON-LD, meta, {@code <time>}, text near the headline, address; where the day
 *       shown on the page is the neighbour of the stated one, the day shown, since statements are
 *       often in another zone ({@link PageDates});
 *   <li>authors: the byline as shown; else JSON-LD, microdata, meta; accounts and desks are no
 *       authors;
 *   <li>address: canonical, og:url, the caller's.
 * </ol>
 */
final class PageMetadata {

  private static final int NEAR = 14;

  private static final Pattern BYLINE_PIECES =
      Pattern.compile("(?i)^\\s*by\\s|[,|/(;)\u2014\u2013]|\\sand\\s|\\s-\\s");

  private final Head head;
  private final Outline outline;
  private final @Nullable String url;
  private final String site;
  private final Metadata.Builder out = Metadata.builder();
  private final @Nullable JsonLd report;

  PageMetadata(Head head, Outline outline, @Nullable String given) {
    this.head = head;
    this.outline = outline;
    this.report = head.statements.stream().filter(JsonLd::isReport).findFirst().orElse(null);
    this.url = address(given);
    String name = site();
    this.site = name == null ? "" : name;
  }

  /**
   * @param headline the headline shown, null if none was found
   * @param firstBody index of the first body block
   * @param lastBody index of the last body block
   */
  Metadata resolve(@Nullable Block headline, int firstBody, int lastBody) {
    title(headline);
    int top = headline == null ? Math.max(0, firstBody - NEAR) : headline.index;
    new PageDates(head, outline, report, url, language()).resolve(out, top, firstBody, lastBody);
    authors(top, firstBody, lastBody);
    String language = language();
    if (!language.isEmpty()) {
      out.language(language);
    }
    section();
    access();
    return out.build();
  }

  private @Nullable String address(@Nullable String given) {
    String canonical = head.canonical;
    String open = head.first("og:url");
    if (canonical != null && absolute(canonical)) {
      out.url(canonical).found("url", "canonical");
      return canonical;
    }
    if (open != null && absolute(open)) {
      out.url(open).found("url", "og:url");
      return open;
    }
    if (given != null) {
      out.url(given).found("url", "given");
    }
    return given;
  }

  private static boolean absolute(String address) {
    return address.startsWith("http://") || address.startsWith("https://");
  }

  private @Nullable String site() {
    String name = head.first("og:site_name");
    if (name != null) {
      out.source(name).found("source", "og:site_name");
      return name;
    }
    name = report == null ? null : report.string("publisher");
    if (name != null && !absolute(name)) {
      out.source(name).found("source", "json-ld");
      return name;
    }
    name = head.first("application-name", "twitter:site", "dc.publisher");
    if (name != null) {
      out.source(name).found("source", "meta");
      return name;
    }
    String host = host();
    if (host != null) {
      out.source(host).found("source", "url");
    }
    return host;
  }

  private @Nullable String host() {
    if (url == null) {
      return null;
    }
    try {
      String host = new URI(url).getHost();
      return host == null ? null : host.startsWith("www.") ? host.substring(4) : host;
    } catch (URISyntaxException notAddress) {
      return null;
    }
  }

  private void title(@Nullable Block headline) {
    if (headline != null) {
      out.title(headline.text).found("title", "headline");
      return;
    }
    String stated = report == null ? null : report.string("headline");
    if (stated != null) {
      out.title(stated).found("title", "json-ld");
      return;
    }
    String open = head.first("og:title", "twitter:title");
    if (open != null) {
      out.title(withoutSite(open)).found("title", "og:title");
    } else if (!head.title.isBlank()) {
      out.title(withoutSite(head.title)).found("title", "title");
    }
  }

  /** A title without " | Outlet" at its end. */
  private String withoutSite(String title) {
    for (String mark : new String[] {" | ", " - ", " \u2013 ", " \u2014 ", " \u00bb ", " :: "}) {
      int at = title.lastIndexOf(mark);
      if (at > 15
          && (title.length() - at < 30
              || Body.plain(title.substring(at)).equals(Body.plain(site)))) {
        return title.substring(0, at).strip();
      }
    }
    return title.strip();
  }

  private String language() {
    String stated = head.language;
    if (stated.isEmpty()) {
      String other = head.first("og:locale", "content-language", "language", "dc.language");
      stated = other == null ? "" : other;
    }
    if (stated.isEmpty() && report != null) {
      String other = report.string("inLanguage");
      stated = other == null ? "" : other;
    }
    String code = stated.strip().toLowerCase(Locale.ROOT);
    if (code.length() < 2
        || !Character.isLetter(code.charAt(0))
        || !Character.isLetter(code.charAt(1))) {
      return "";
    }
    if (code.length() > 2 && Character.isLetter(code.charAt(2))) {
      return code.startsWith("eng") ? "en" : "";
    }
    out.found("language", "page");
    return code.substring(0, 2);
  }

  private void section() {
    String section =
        head.first("article:section", "og:article:section", "parsely-section", "section");
    if (section != null) {
      out.section(section).found("section", "meta");
      return;
    }
    section = report == null ? null : report.string("articleSection");
    if (section != null) {
      out.section(section).found("section", "json-ld");
    }
  }

  /** What the page states of its being for subscribers. */
  private void access() {
    String free = report == null ? null : report.string("isAccessibleForFree");
    if (free != null && free.equalsIgnoreCase("false")) {
      out.paywall("stated").found("paywall", "json-ld");
      return;
    }
    String tier = head.first("article:content_tier", "article.content_tier");
    if (tier != null && !tier.equalsIgnoreCase("free")) {
      out.paywall("stated").found("paywall", "meta");
    }
  }

  private void authors(int top, int firstBody, int lastBody) {
    Set<String> shown = new LinkedHashSet<>();
    String agency = null;
    for (int i = 0; i < head.authors.size(); i++) {
      Head.Author author = head.authors.get(i);
      int at = author.at();
      int end = author.stated() ? begins(lastBody + 2) : begins(firstBody);
      if (at < begins(top - 3) || at >= end) {
        continue;
      }
      Element element = author.element();
      String words = element.text();
      if (!words.isEmpty() && words.length() <= 200 && !holdsAnother(element, i)) {
        agency = agency == null ? agencyIn(words) : agency;
        List<String> names = Names.in(words, site);
        // A single word is a name only where it is all that the element holds.
        shown.addAll(people(names, names.size() == 1 && words.split(" ").length <= 4));
      }
    }
    Set<String> written = new LinkedHashSet<>();
    for (Block block : window(top - 3, firstBody, top, firstBody)) {
      boolean marked = (block.box.hints & Hint.BYLINE) != 0;
      if (block.text.length() <= 300 && (marked || Names.leads(block.text))) {
        written.addAll(people(Names.in(block.text, site), false));
        agency = agency == null ? agencyIn(block.text) : agency;
      }
    }
    if (shown.isEmpty() || (written.containsAll(shown) && written.size() > shown.size())) {
      shown = written;
    }
    for (Block block : window(lastBody + 1, lastBody + 4, -1, -1)) {
      if (shown.isEmpty() && block.text.length() <= 120 && block.text.startsWith("By ")) {
        shown.addAll(people(Names.in(block.text, site), false));
      }
    }
    List<String> stated = new ArrayList<>();
    String where = "json-ld";
    if (report != null) {
      stated.addAll(report.strings("author"));
      if (stated.isEmpty()) {
        stated.addAll(report.strings("creator"));
      }
    }
    if (stated.isEmpty() || stated.stream().allMatch(s -> Names.in(s, site).isEmpty())) {
      String meta =
          head.first(
              "author",
              "parsely-author",
              "sailthru.author",
              "article:author",
              "byl",
              "dc.creator",
              "cxenseparse:author",
              "twitter:data1");
      if (meta != null && !absolute(meta)) {
        stated.add(meta);
        where = "meta";
      }
    }
    Set<String> named = new LinkedHashSet<>();
    for (String author : stated) {
      if (agency == null) {
        agency = agencyIn(author);
      }
      named.addAll(people(Names.in(author, site), false));
    }
    if (!shown.isEmpty()) {
      out.authors(new ArrayList<>(shown)).found("authors", "byline");
    } else if (!named.isEmpty()) {
      out.authors(new ArrayList<>(named)).found("authors", where);
    }
    if (agency != null) {
      out.agency(agency).found("agency", "byline");
    }
  }

  /**
   * Whether another element that is marked as an author stands in it and holds a name.
   *
   * @param number the element's among all that are marked so; those inside it follow it
   */
  private boolean holdsAnother(Element element, int number) {
    for (int i = number + 1; i < head.authors.size(); i++) {
      Element other = head.authors.get(i).element();
      boolean inside = false;
      for (Element up = other.parent(); up != null && !inside; up = up.parent()) {
        inside = up == element;
      }
      if (!inside) {
        return false;
      }
      if (other.text().length() < element.text().length()
          && !Names.in(other.text(), site).isEmpty()) {
        return true;
      }
    }
    return false;
  }

  /** Names of two words or more; a single word only where it is shown as a byline. */
  private static List<String> people(List<String> names, boolean shown) {
    return names.stream().filter(n -> shown || n.contains(" ")).toList();
  }

  private static @Nullable String agencyIn(String byline) {
    for (String piece : BYLINE_PIECES.split(byline)) {
      String agency = PartReader.agencyNamed(piece);
      String first = piece.strip().split(" ", 2)[0];
      if (agency == null && first.length() > 1 && first.equals(first.toUpperCase(Locale.ROOT))) {
        // "AP National Security Writer"
        agency = PartReader.agencyNamed(first);
      }
      if (agency != null) {
        return agency;
      }
    }
    return null;
  }

  /** Blocks from {@code from} to {@code to}, but for those that a page prints around reports. */
  private List<Block> window(int from, int to, int top, int body) {
    List<Block> found = new ArrayList<>();
    for (int i = Math.max(0, from); i < Math.min(to, outline.blocks.size()); i++) {
      Block block = outline.blocks.get(i);
      if ((block.box.hints
                  & (Hint.NAVIGATION | Hint.FOOT | Hint.COMMENT | Hint.RELATED | Hint.HIDDEN))
              == 0
          && i != top
          && i != body) {
        found.add(block);
      }
    }
    return found;
  }

  private int begins(int block) {
    int at = Math.max(0, Math.min(block, outline.blocks.size() - 1));
    return outline.blocks.isEmpty() ? 0 : outline.blocks.get(at).begins;
  }
}
