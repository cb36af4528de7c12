package parley.ingest;

import java.io.IOException;
import java.io.Reader;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import parley.extract.parts.PartReader;
import parley.ingest.charset.Decoded;
import parley.ingest.dates.Dates;
import parley.ingest.page.PageReader;
import parley.ingest.paper.Paper;
import parley.ingest.tongue.Tongue;
import parley.text.Metadata;
import parley.text.Part;
import parley.text.PartRole;
import parley.text.Report;
import parley.text.Timestamp;

/** Reads a single document, of whatever kind but archives, into reports. */
final class Documents {

  private final Settings settings;
  private final PageReader pages = new PageReader();

  Documents(Settings settings) {
    this.settings = settings;
  }

  /** Reads a document that holds any number of reports, of which one at a time is in memory. */
  void stream(Kind kind, String file, @Nullable String place, Reader in, Consumer<Outcome> to)
      throws IOException {
    int longest = settings.maxDocument();
    if (kind == Kind.JSON) {
      JsonRows.read(in, settings.columns(), longest, rows(file, place, to), wrong(file, place, to));
    } else {
      Tables.read(in, settings.columns(), longest, rows(file, place, to), wrong(file, place, to));
    }
  }

  void read(
      Kind kind,
      String file,
      @Nullable String place,
      @Nullable String url,
      byte[] bytes,
      Consumer<Outcome> to) {
    switch (kind) {
      case EMPTY -> to.accept(Ingest.problem(file, place, "is empty", "nothing to read in it"));
      case BINARY -> binary(file, place, bytes, to);
      case OLD_OFFICE ->
          to.accept(
              Ingest.problem(
                  file,
                  place,
                  "is an old Word or Excel file, or one that is locked with a password",
                  "save it as docx without a password, or as text"));
      case PAGE -> page(file, place, url, Decoded.page(bytes).text(), to);
      case PDF -> paper(file, place, bytes, to);
      case FEED -> feed(file, place, Decoded.page(bytes).text(), to);
      case MAIL -> rows(file, place, to).accept("", Mail.read(bytes, settings.columns()));
      case RTF -> text(file, place, Office.rtf(bytes), to);
      case TEXT -> text(file, place, Decoded.text(bytes).text(), to);
      case JSON, TABLE -> throw new IllegalArgumentException(kind + " is read as a stream");
    }
  }

  private static void binary(
      String file, @Nullable String place, byte[] bytes, Consumer<Outcome> to) {
    String packing = Kind.packing(bytes);
    to.accept(
        packing == null
            ? Ingest.problem(
                file,
                place,
                "is not a kind of document that Parley reads",
                "give text, a saved web page, a feed, a table, a PDF or an archive of these")
            : Ingest.problem(
                file,
                place,
                "is packed with " + packing + ", which is not unpacked here",
                "unpack it and give what was in it"));
  }

  private void page(
      String file,
      @Nullable String place,
      @Nullable String url,
      String html,
      Consumer<Outcome> to) {
    List<Report> reports = pages.read(html, url == null ? settings.url() : url);
    if (reports.isEmpty()) {
      to.accept(
          Ingest.problem(
              file,
              place,
              "no report's body was found in this page",
              "save the page of a single report, or copy its text into a file"));
    }
    for (Report report : reports) {
      accept(file, place, report, to);
    }
  }

  private void paper(String file, @Nullable String place, byte[] bytes, Consumer<Outcome> to) {
    try {
      Paper.Content content = Paper.read(bytes);
      text(file, place, content.text(), to);
      if (content.cut()) {
        to.accept(
            Ingest.problem(file, place, "is so long that its end was not read", "split the file"));
      }
    } catch (Paper.UnreadableException e) {
      String what = String.valueOf(e.getMessage());
      String mend =
          what.contains("password")
              ? "save it without the password"
              : what.contains("pictures")
                  ? "run it through text recognition first"
                  : "get the file again";
      to.accept(Ingest.problem(file, place, what, mend));
    }
  }

  private void feed(String file, @Nullable String place, String xml, Consumer<Outcome> to) {
    int[] n = new int[1];
    String why =
        Feeds.read(
            xml, settings.columns(), row -> rows(file, place, to).accept("item " + ++n[0], row));
    if (why != null) {
      to.accept(
          Ingest.problem(
              file, place, why, "give the addresses in it to parley read, or the pages"));
    }
  }

  /** Reads bare text, one report or a press database's many. */
  void text(String file, @Nullable String place, String text, Consumer<Outcome> to) {
    List<Row> bundle = Bundles.read(text, settings.columns());
    if (!bundle.isEmpty()) {
      for (int i = 0; i < bundle.size(); i++) {
        rows(file, place, to).accept("document " + (i + 1), bundle.get(i));
      }
      return;
    }
    List<Part> parts = new PartReader().read(text);
    if (parts.stream().noneMatch(p -> p.role().isRead())) {
      to.accept(
          Ingest.problem(
              file, place, "holds no text of a report", "give a file with the report's text"));
      return;
    }
    Metadata.Builder metadata = Metadata.builder().url(settings.url());
    boolean titled = false;
    for (Part part : parts) {
      String words = part.span().of(text);
      if (part.role() == PartRole.HEADLINE && !titled) {
        titled = true;
        metadata.title(words).found("title", "headline");
      } else if (part.role() == PartRole.BYLINE && words.length() < 200) {
        byline(words, metadata);
      }
    }
    String agency = PartReader.agency(text, parts);
    if (agency != null) {
      metadata.agency(agency).found("agency", "text");
    }
    accept(file, place, Report.ofText(metadata.build(), text, parts), to);
  }

  private static void byline(String line, Metadata.Builder metadata) {
    Timestamp date = Dates.parse(line, Dates.Order.MONTH_FIRST);
    Metadata sofar = metadata.build();
    if (date != null && sofar.published() == null) {
      metadata.published(date).found("published", "text");
    }
    if (date == null && sofar.authors().isEmpty()) {
      List<String> names = PageReader.names(line, "");
      if (!names.isEmpty()) {
        metadata.authors(names).found("authors", "byline");
      }
    }
  }

  private java.util.function.BiConsumer<String, Row> rows(
      String file, @Nullable String place, Consumer<Outcome> to) {
    return (where, row) -> {
      Report report = row.report();
      String at = where.isEmpty() ? place : place == null ? where : place + ", " + where;
      if (report == null || report.parts().stream().noneMatch(p -> p.role().isRead())) {
        to.accept(
            Ingest.problem(
                file, at, "holds neither text nor title", "name the columns with --map text=…"));
      } else {
        accept(file, at, report, to);
      }
    };
  }

  private static java.util.function.BiConsumer<String, String> wrong(
      String file, @Nullable String place, Consumer<Outcome> to) {
    return (where, what) ->
        to.accept(
            Ingest.problem(
                file,
                place == null ? where : place + ", " + where,
                what,
                "the rest is read; mend it there"));
  }

  /** Hands a report out; a date after the last that can be is told and left out. */
  private void accept(String file, @Nullable String place, Report report, Consumer<Outcome> to) {
    Report told = given(told(report));
    Metadata about = told.metadata();
    LocalDate latest = settings.latest();
    Timestamp published = about.published();
    if (latest != null
        && settings.published() == null
        && published != null
        && published.date().isAfter(latest)) {
      told =
          told.withMetadata(
              about.toBuilder()
                  .published(null)
                  .modified(null)
                  .found("published", "left out, in the future")
                  .build());
      to.accept(new Outcome.Read(file, place, told));
      to.accept(
          Ingest.problem(
              file,
              place,
              "is dated in the future: it was read without a date",
              "it says " + published + "; give the date with --published"));
    } else {
      to.accept(new Outcome.Read(file, place, told));
    }
  }

  private Report given(Report told) {
    if (settings.published() == null) {
      return told;
    }
    return told.withMetadata(
        told.metadata().toBuilder()
            .published(settings.published())
            .found("published", "given")
            .build());
  }

  /** With the language that the text itself tells, which overrules what is stated. */
  private static Report told(Report report) {
    StringBuilder words = new StringBuilder();
    for (Part part : report.parts()) {
      if (part.role().isRead() && words.length() < 6000) {
        words.append(part.span().of(report.text())).append(' ');
      }
    }
    String language = Tongue.of(words.toString());
    if (language == null || language.equals(report.metadata().language())) {
      return report;
    }
    return report.withMetadata(
        report.metadata().toBuilder().language(language).found("language", "text").build());
  }
}
