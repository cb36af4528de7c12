package parley.ingest;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import parley.extract.parts.PartReader;
import parley.ingest.dates.Dates;
import parley.ingest.page.PageReader;
import parley.text.Metadata;
import parley.text.Part;
import parley.text.PartRole;
import parley.text.Report;
import parley.text.Span;
import parley.text.Timestamp;

/**
 * A report given as named values: a table's row, a JSON object, a feed's item. Names that exports
 * of Factiva, Nexis, ProQuest, Media Cloud, The Guardian's API, ninjs and JSON Feed use are known.
 */
final class Row {

  /** What a report can be given. */
  static final List<String> FIELDS =
      List.of(
          "title",
          "text",
          "published",
          "modified",
          "url",
          "source",
          "authors",
          "language",
          "section",
          "summary",
          "agency");

  /** Usual names of each field, the most telling first, in {@link #plain}. */
  private static final Map<String, List<String>> NAMES = new LinkedHashMap<>();

  static {
    names(
        "text",
        "text,body,full text,fulltext,article text,article body,articlebody,body"
            + " text,bodytext,body_text,content text,content html,content,body xhtml,body"
            + " html,fields.bodytext,fields.body,story,lp td,td,maintext,story text,document"
            + " text,opening text,hit sentence");
    names(
        "title",
        "title,headline,hd,webtitle,fields.headline,document title,article"
            + " title,hlead,name,titel,titre");
    names(
        "published",
        "published,publication date,publish date,date published,datepublished,published"
            + " at,publishedat,datetimepub,publishdate,pub"
            + " date,pubdate,date,pd,webpublicationdate,versioncreated,firstcreated,load"
            + " date,published date,datum,entry date,alpha date,seendate");
    names(
        "modified",
        "modified,date modified,datemodified,updated,last updated,updatedat,versioncreated");
    names(
        "url",
        "url,link,weburl,document url,documenturl,external url,guid,uri,permalink,address,id");
    names(
        "source",
        "source,publication title,publication,media name,media,source"
            + " name,outlet,newspaper,sn,publisher,site,located in,domain");
    names("authors", "authors,author,byline,by,creator,bylines,reporter,fields.byline");
    names("language", "language,lang,la,language of publication");
    names("section", "section,sectionname,section name,rubric,category,desk,se");
    names(
        "summary",
        "summary,description,dek,standfirst,subtitle,lead"
            + " paragraph,lp,snippet,abstract,fields.trailtext");
    names("agency", "agency,newswire,wire");
  }

  private final Map<String, String> values = new LinkedHashMap<>();
  private final Map<String, String> columns;

  /** Values of fields that the row does not give itself. */
  private final Map<String, String> otherwise;

  Row(Map<String, String> columns) {
    this(columns, Map.of());
  }

  /**
   * @param otherwise what holds for fields that the row has no value of, by field
   */
  Row(Map<String, String> columns, Map<String, String> otherwise) {
    this.columns = columns;
    this.otherwise = otherwise;
  }

  private static void names(String field, String names) {
    NAMES.put(field, List.of(names.split(",")));
  }

  /** Lower case, with single spaces for what is neither letter, digit nor full stop. */
  static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}.]+", " ").strip();
  }

  void put(String name, String value) {
    if (!value.isBlank()) {
      values.putIfAbsent(plain(name), value.strip());
    }
  }

  /** Whether these names tell where the text is, or the title and one thing more. */
  static boolean known(List<String> header, Map<String, String> columns) {
    int found = 0;
    boolean text = false;
    for (String name : header) {
      String plain = plain(name);
      for (Map.Entry<String, List<String>> field : NAMES.entrySet()) {
        if (field.getValue().contains(plain) || named(columns.get(field.getKey()), plain)) {
          found++;
          text |=
              field.getKey().equals("text")
                  || field.getKey().equals("summary")
                  || field.getKey().equals("title");
          break;
        }
      }
    }
    return text && found >= 2;
  }

  private static boolean named(@Nullable String column, String name) {
    return column != null
        && (plain(column).equals(name)
            || List.of(column.split("\\+")).stream().anyMatch(one -> plain(one).equals(name)));
  }

  /** The columns that the caller named and the header lacks. */
  static List<String> missing(List<String> header, Map<String, String> columns) {
    Set<String> there = new HashSet<>();
    header.forEach(name -> there.add(plain(name)));
    List<String> missing = new ArrayList<>();
    for (String field : FIELDS) {
      String column = columns.get(field);
      if (column != null
          && column.charAt(0) != Columns.PREFERRED
          && !there.contains(plain(column))) {
        for (String one : column.split("\\+")) {
          if (!there.contains(plain(one))) {
            missing.add(one);
          }
        }
      }
    }
    return missing;
  }

  /** The value of a field, by the caller's column or by its usual names; null if it has none. */
  @Nullable String get(String field) {
    String column = columns.get(field);
    if (column != null) {
      String value = values.get(plain(column));
      value = value == null && column.indexOf('+') > 0 ? joined(column) : value;
      if (value != null || column.charAt(0) != Columns.PREFERRED) {
        return value;
      }
    }
    for (String name : NAMES.getOrDefault(field, List.of())) {
      String value = values.get(name);
      if (value != null) {
        return value;
      }
    }
    return otherwise.get(field);
  }

  /** The value under that very name; "" if there is none. */
  String value(String name) {
    return values.getOrDefault(plain(name), "");
  }

  /** The values of "LP+TD", one paragraph after the other; null if there is none. */
  private @Nullable String joined(String columns) {
    StringBuilder all = new StringBuilder();
    for (String column : columns.split("\\+")) {
      String value = values.get(plain(column));
      if (value != null) {
        all.append(all.length() > 0 ? "\n\n" : "").append(value);
      }
    }
    return all.length() > 0 ? all.toString() : null;
  }

  /** The report; null if there is neither text nor title. */
  @Nullable Report report() {
    String body = get("text");
    String title = get("title");
    String summary = get("summary");
    if (body == null) {
      body = summary;
      summary = null;
    }
    if (body == null && title == null) {
      return null;
    }
    StringBuilder text = new StringBuilder();
    List<Part> parts = new ArrayList<>();
    if (title != null) {
      add(text, parts, PartRole.HEADLINE, PageReader.words(title));
    }
    if (body != null) {
      String start = body.substring(0, Math.min(40, body.length()));
      if (summary != null
          && !body.contains(summary)
          && !PageReader.words(summary).startsWith(start)) {
        add(text, parts, PartRole.DEK, PageReader.words(summary));
      }
      body(body, text, parts);
    }
    Metadata metadata = metadata(title, text.toString(), parts);
    return Report.ofText(metadata, text.toString(), parts);
  }

  private static void body(String body, StringBuilder text, List<Part> parts) {
    if (PageReader.isMarkup(body)) {
      for (PageReader.Paragraph paragraph : PageReader.paragraphs(body)) {
        add(text, parts, paragraph.role(), paragraph.text());
      }
      return;
    }
    if (text.length() > 0) {
      text.append("\n\n");
    }
    int begin = text.length();
    // A body is body from its first line: it has no headline of its own.
    text.append(body);
    for (Part part : new PartReader().read(body)) {
      PartRole role =
          part.role() == PartRole.HEADLINE || part.role() == PartRole.DEK
              ? PartRole.BODY
              : part.role();
      parts.add(new Part(role, new Span(begin + part.span().begin(), begin + part.span().end())));
    }
  }

  private static void add(StringBuilder text, List<Part> parts, PartRole role, String words) {
    if (words.isBlank()) {
      return;
    }
    if (text.length() > 0) {
      text.append("\n\n");
    }
    int begin = text.length();
    text.append(words);
    parts.add(new Part(role, new Span(begin, text.length())));
  }

  private Metadata metadata(@Nullable String title, String text, List<Part> parts) {
    Metadata.Builder out = Metadata.builder();
    if (title != null) {
      out.title(PageReader.words(title)).found("title", "field");
    }
    String url = get("url");
    if (url != null
        && (url.startsWith("http") || url.startsWith("urn:") || url.startsWith("tag:"))) {
      out.url(url).found("url", "field");
    }
    Timestamp published = date(get("published"));
    if (published != null) {
      out.published(published).found("published", "field");
    }
    Timestamp modified = date(get("modified"));
    if (modified != null && (published == null || modified.date().isAfter(published.date()))) {
      out.modified(modified).found("modified", "field");
    }
    String source = get("source");
    if (source != null) {
      out.source(source).found("source", "field");
    }
    String section = get("section");
    if (section != null) {
      out.section(section).found("section", "field");
    }
    String authors = get("authors");
    if (authors != null) {
      List<String> names = PageReader.names(inOrder(authors), source == null ? "" : source);
      out.authors(names).found("authors", "field");
    }
    String agency = get("agency");
    agency = agency != null ? agency : PartReader.agency(text, parts);
    if (agency != null) {
      out.agency(agency).found("agency", "text");
    }
    String language = get("language");
    if (language != null && language.length() >= 2) {
      String code = language.toLowerCase(Locale.ROOT);
      out.language(
          code.startsWith("eng")
              ? "en"
              : code.length() == 2 || code.charAt(2) == '-' || code.charAt(2) == '_'
                  ? code.substring(0, 2)
                  : Metadata.UNKNOWN_LANGUAGE);
      out.found("language", "field");
    }
    return out.build();
  }

  /** "Lindqvist, Mara; Adeyemi, Tomas", as libraries write names, in the order of speech. */
  private static String inOrder(String authors) {
    String[] names = authors.split(";");
    StringBuilder out = new StringBuilder();
    for (String name : names) {
      String[] halves = name.strip().split("\\s*,\\s*", -1);
      boolean turned =
          halves.length == 2
              && !halves[0].isEmpty()
              && !halves[1].isEmpty()
              && (names.length > 1 || halves[0].indexOf(' ') < 0)
              && PartReader.agencyNamed(halves[0]) == null;
      out.append(out.length() > 0 ? "; " : "")
          .append(turned ? halves[1] + " " + halves[0] : name.strip());
    }
    return out.toString();
  }

  private static @Nullable Timestamp date(@Nullable String value) {
    return value == null ? null : Dates.parse(value, Dates.Order.MONTH_FIRST);
  }
}
