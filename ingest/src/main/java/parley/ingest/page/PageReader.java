package parley.ingest.page;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jsoup.parser.PlacingTreeBuilder;
import org.jspecify.annotations.Nullable;
import parley.extract.parts.PartReader;
import parley.text.Metadata;
import parley.text.Part;
import parley.text.PartRole;
import parley.text.Report;
import parley.text.ReportIds;
import parley.text.Span;

/**
 * Reads a web page into the report that stands in it.
 *
 * <ol>
 *   <li>the page is parsed with the place of every node kept;
 *   <li>{@link Outline} flattens it into boxes and blocks of text, {@link Head} collects what it
 *       says of itself;
 *   <li>{@link Body} finds the report's box and tells body, captions, credits and the rest apart;
 *   <li>{@link PageMetadata} settles what the page's several sources say;
 *   <li>the entries of a {@link LiveBlog} become reports of their own;
 *   <li>{@link Weaver} writes the text and maps it back to the page.
 * </ol>
 */
public final class PageReader {

  /** Deeper than any page that is meant to be read; the parser flattens what is deeper. */
  private static final int DEEPEST = 512;

  /** The page's reports; empty if no report's body is found. */
  public List<Report> read(String html, @Nullable String url) {
    Places places = new Places();
    Parser parser = new Parser(new PlacingTreeBuilder(places)).setMaxDepth(DEEPEST);
    Document page = parser.parseInput(html, "");
    Element shown = page.body();
    Head head = Head.of(page, shown);
    Outline outline = Outline.of(shown, head);
    if (outline.blocks.isEmpty()) {
      return stated(head, outline, url);
    }
    Body body = new Body(outline);
    int first = body.first();
    if (first < 0) {
      return stated(head, outline, url);
    }
    Block headline = new Headline(head).find(outline, first);
    String summary = head.first("og:description", "description", "twitter:description");
    List<Body.Kept> kept = body.keep(headline, summary == null ? "" : summary);
    int firstBody = -1;
    int lastBody = -1;
    for (Body.Kept k : kept) {
      if (k.role() == PartRole.BODY) {
        int at = k.block().index;
        firstBody = firstBody < 0 ? at : firstBody;
        lastBody = at;
      }
    }
    if (firstBody < 0) {
      return stated(head, outline, url);
    }
    Metadata metadata = new PageMetadata(head, outline, url).resolve(headline, firstBody, lastBody);
    if (Cut.after(outline, lastBody)) {
      String paywall = metadata.paywall() == null ? "cut" : "both";
      metadata = metadata.toBuilder().paywall(paywall).build();
    }
    List<LiveBlog.Entry> entries = LiveBlog.entries(html, head, outline);
    if (!entries.isEmpty()) {
      return entries(new Source(html, places), metadata, kept, entries);
    }
    List<Report> stated = stated(head, outline, url);
    if (!stated.isEmpty()) {
      return stated;
    }
    List<Body.Kept> all = new ArrayList<>();
    if (headline != null) {
      all.add(new Body.Kept(headline, PartRole.HEADLINE));
    }
    all.addAll(kept);
    return List.of(report(new Source(html, places), metadata, all));
  }

  /** A page as it came, and where in it each text stands. */
  private record Source(String html, Places places) {}

  /** A live blog's entries as its JSON-LD gives them, which nothing on the page shows. */
  private static List<Report> stated(Head head, Outline outline, @Nullable String url) {
    List<LiveBlog.Stated> entries = LiveBlog.stated(head);
    if (entries.isEmpty()) {
      return List.of();
    }
    Metadata page = new PageMetadata(head, outline, url).resolve(null, 0, 0);
    List<Report> reports = new ArrayList<>();
    for (LiveBlog.Stated entry : entries) {
      StringBuilder text = new StringBuilder();
      List<Part> parts = new ArrayList<>();
      if (entry.title() != null) {
        text.append(words(entry.title()));
        parts.add(new Part(PartRole.HEADLINE, new Span(0, text.length())));
      }
      for (Paragraph paragraph : paragraphs(entry.text())) {
        text.append(text.length() > 0 ? "\n\n" : "");
        int begin = text.length();
        text.append(paragraph.text());
        parts.add(new Part(paragraph.role(), new Span(begin, text.length())));
      }
      Metadata.Builder about = page.toBuilder().modified(null).found("text", "json-ld");
      if (entry.title() != null) {
        about.title(words(entry.title())).found("title", "entry");
      }
      if (entry.published() != null) {
        about.published(entry.published()).found("published", "entry");
      }
      address(about, page.url(), entry.address());
      reports.add(Report.ofText(about.build(), text.toString(), parts));
    }
    return reports;
  }

  /** Gives an entry its own address: a whole one, or a place within the page. */
  private static void address(
      Metadata.Builder about, @Nullable String page, @Nullable String entry) {
    if (entry != null && entry.startsWith("#") && page != null) {
      about.url(page + entry).found("url", "entry");
    } else if (entry != null && entry.startsWith("http")) {
      about.url(entry).found("url", "entry");
    }
  }

  /** Each entry of a live blog, and what stands outside of all of them if it is a report. */
  private static List<Report> entries(
      Source source, Metadata page, List<Body.Kept> kept, List<LiveBlog.Entry> entries) {
    List<Report> reports = new ArrayList<>();
    List<Body.Kept> lead = new ArrayList<>();
    int prose = 0;
    for (Body.Kept k : kept) {
      if (entries.stream().noneMatch(e -> k.block().box.within(e.box()))) {
        lead.add(k);
        prose += k.role() == PartRole.BODY && k.block().isProse() ? 1 : 0;
      }
    }
    if (prose > 1) {
      reports.add(report(source, page, lead));
    }
    for (LiveBlog.Entry entry : entries) {
      Metadata.Builder about = page.toBuilder().modified(null);
      if (entry.title() != null) {
        about.title(entry.title()).found("title", "entry");
      }
      if (entry.published() != null) {
        about.published(entry.published()).found("published", "entry");
      }
      address(about, page.url(), entry.address());
      reports.add(report(source, about.build(), entry.blocks()));
    }
    return reports;
  }

  private static Report report(Source source, Metadata about, List<Body.Kept> blocks) {
    Weaver weaver = new Weaver(source.html(), source.places());
    for (Body.Kept k : blocks) {
      weaver.add(k.block(), k.role());
    }
    String text = weaver.text();
    List<Part> parts = withDateline(text, weaver.parts());
    Metadata metadata = about;
    if (metadata.agency() == null) {
      String agency = PartReader.agency(text, parts);
      if (agency != null) {
        metadata = metadata.toBuilder().agency(agency).found("agency", "text").build();
      }
    }
    return new Report(
        ReportIds.of(metadata.url(), text), metadata, text, parts, weaver.alignment());
  }

  /** A paragraph of a piece of markup. */
  public record Paragraph(PartRole role, String text) {}

  /** Whether a text holds tags. */
  public static boolean isMarkup(String text) {
    int at = text.indexOf('<');
    for (int i = 0; at >= 0 && i < 50; i++) {
      if (at + 1 < text.length()
          && (Character.isLetter(text.charAt(at + 1)) || text.charAt(at + 1) == '/')
          && text.indexOf('>', at) > 0) {
        return true;
      }
      at = text.indexOf('<', at + 1);
    }
    return text.contains("&lt;") || text.contains("&nbsp;");
  }

  /** The words of a text that may hold tags and character references, white space folded. */
  public static String words(String text) {
    String words = isMarkup(text) || text.indexOf('&') >= 0 ? Jsoup.parse(text).text() : text;
    return words.replaceAll("[\\s\u00a0]+", " ").strip();
  }

  /** People's names in an author field, in order. */
  public static List<String> names(String authors, String source) {
    return Names.in(authors, source);
  }

  /** The paragraphs of a piece of markup that holds one report and nothing else. */
  public static List<Paragraph> paragraphs(String markup) {
    Document piece = Parser.htmlParser().setMaxDepth(DEEPEST).parseInput(markup, "");
    if (piece.text().contains("</")) {
      // Escaped twice, as feeds do.
      piece = Parser.htmlParser().setMaxDepth(DEEPEST).parseInput(piece.wholeText(), "");
    }
    List<Paragraph> found = new ArrayList<>();
    for (Block block : Outline.of(piece.body(), new Head()).blocks) {
      PartRole role = PartReader.asideRole(block.text);
      if (role == null) {
        boolean picture =
            block.box.nearest("figure") != null || (block.box.own & Hint.CAPTION) != 0;
        role = picture ? PartRole.CAPTION : block.isHeading() ? PartRole.SUBHEADING : PartRole.BODY;
      }
      found.add(new Paragraph(role, block.text));
    }
    return found;
  }

  /** The first body part without its dateline, which becomes a part of its own. */
  private static List<Part> withDateline(String text, List<Part> parts) {
    List<Part> result = new ArrayList<>();
    boolean found = false;
    for (Part part : parts) {
      Span span = part.span();
      if (!found && part.role() == PartRole.BODY) {
        found = true;
        int length = PartReader.datelineLength(span.of(text));
        int begin = span.begin() + length;
        while (length > 0 && begin < span.end() && Character.isWhitespace(text.charAt(begin))) {
          begin++;
        }
        if (length > 0 && begin < span.end()) {
          result.add(new Part(PartRole.DATELINE, new Span(span.begin(), span.begin() + length)));
          result.add(new Part(PartRole.BODY, new Span(begin, span.end())));
          continue;
        }
      }
      result.add(part);
    }
    return result;
  }
}
