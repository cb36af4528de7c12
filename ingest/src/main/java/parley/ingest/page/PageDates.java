package parley.ingest.page;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import parley.ingest.dates.Dates;
import parley.text.Metadata;
import parley.text.Timestamp;

/**
 * Settles when a page's report was published and changed.
 *
 * <p>A statement in UTC late in a western evening names the next day; some pages label UTC as their
 * own zone. So where the day that the page shows, or that stands in its address, is the neighbour
 * of the stated one, the day shown is taken, and the zone is worked out from the two where both
 * give a time.
 */
final class PageDates {

  private static final Pattern IN_ADDRESS =
      Pattern.compile(
          "[/_-](19\\d\\d|20\\d\\d)[/_-]?([01]\\d|[a-z]{3})[/_-]?([0-3]\\d)(?=[/_-]|\\D|$)");

  private static final Pattern WITHOUT_YEAR =
      Pattern.compile(
          "\\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\\.? \\d{1,2}(?!\\d|,? ?\\d{4})");

  private static final Pattern UPDATE =
      Pattern.compile(
          "(?iu)updat|modif|revis|atualiz|actualiz|aggiorn|aktualis|mis \u00e0 jour|bijgewerkt|\u043e\u0431\u043d\u043e\u0432");

  private static final Pattern PUBLICATION =
      Pattern.compile(
          "(?iu)publi|posted|pubblic|ver\u00f6ffent|\u043e\u043f\u0443\u0431\u043b\u0438\u043a|first ");

  private final Head head;
  private final Outline outline;
  private final @Nullable JsonLd report;
  private final @Nullable String url;
  private final Dates.Order order;

  private @Nullable Timestamp shown;
  private @Nullable Timestamp shownChange;

  /** The year of dates that are shown without one, 0 if not known. */
  private int year;

  PageDates(
      Head head, Outline outline, @Nullable JsonLd report, @Nullable String url, String language) {
    this.head = head;
    this.outline = outline;
    this.report = report;
    this.url = url;
    String locale = head.language.toLowerCase(Locale.ROOT);
    this.order =
        language.equals("en")
                && !locale.endsWith("gb")
                && !locale.endsWith("au")
                && !locale.endsWith("in")
            ? Dates.Order.MONTH_FIRST
            : Dates.Order.DAY_FIRST;
  }

  void resolve(Metadata.Builder out, int top, int firstBody, int lastBody) {
    Timestamp stated = null;
    String where = "json-ld";
    if (report != null) {
      stated = parse(report.string("datePublished"));
    }
    if (stated == null) {
      where = "meta";
      stated =
          parse(
              head.first(
                  "article:published_time",
                  "og:published_time",
                  "og:article:published_time",
                  "datepublished",
                  "article:published",
                  "parsely-pub-date",
                  "sailthru.date",
                  "dc.date.issued",
                  "dcterms.date",
                  "dcterms.created",
                  "dc.date.created",
                  "dc.date",
                  "date",
                  "pubdate",
                  "publish-date",
                  "publishdate",
                  "article.published",
                  "cxenseparse:recs:publishtime",
                  "publication_date",
                  "article_date_original",
                  "originalpublicationdate",
                  "pub_date",
                  "publish_date",
                  "bt:pubdate",
                  "ptime",
                  "citation_publication_date"));
    }
    Timestamp change = null;
    String changeWhere = "json-ld";
    if (report != null) {
      change = parse(report.string("dateModified"));
    }
    if (change == null) {
      changeWhere = "meta";
      change =
          parse(
              head.first(
                  "article:modified_time",
                  "og:updated_time",
                  "og:modified_time",
                  "datemodified",
                  "dcterms.modified",
                  "dc.date.modified",
                  "article.updated",
                  "article:modified",
                  "bt:moddate",
                  "revision_date",
                  "last-modified",
                  "lastmod"));
    }
    if (stated == null) {
      for (JsonLd other : head.statements) {
        stated = stated == null ? parse(other.string("datePublished")) : stated;
        change = change == null ? parse(other.string("dateModified")) : change;
      }
      where = "json-ld";
    }
    Timestamp element = timeElement(top, firstBody, lastBody);
    if (stated == null && element != null) {
      stated = element;
      where = "time element";
    }
    year = stated != null ? stated.date().getYear() : change != null ? change.date().getYear() : 0;
    visible(top, firstBody, lastBody);
    ZoneOffset zone = null;
    Timestamp published = stated;
    LocalDate address = inAddress();
    if (shown != null
        && change != null
        && stated != null
        && shown.date().equals(change.date())
        && !shown.date().equals(stated.date())) {
      shownChange = shown;
      shown = null;
    }
    if (stated == null && shown != null) {
      published = shown;
      where = "page text";
    } else if (stated != null && shown != null && neighbours(stated.date(), shown.date())) {
      zone = zoneBetween(stated, shown);
      published = new Timestamp(shown.date(), shown.time(), zone != null ? zone : shown.zone());
      where = "page text, against " + where;
    } else if (stated != null
        && shown == null
        && address != null
        && neighbours(stated.date(), address)
        && stated.zone() != null
        && stated.zone().getTotalSeconds() == 0) {
      published = Timestamp.ofDate(address);
      where = "url, against " + where;
    } else if (stated != null
        && shown == null
        && shownChange != null
        && shownChange.zone() != null
        && stated.zone() != null
        && stated.time() != null
        && stated.zone().getTotalSeconds() == 0) {
      zone = shownChange.zone();
      published = inZone(stated, stated.zone(), stated.time(), zone);
      where = where + ", in the zone shown";
    } else if (stated != null && shown != null && shown.date().equals(stated.date())) {
      zone = zoneBetween(stated, shown);
    }
    if (published == null && address != null) {
      published = Timestamp.ofDate(address);
      where = "url";
    }
    if (published != null) {
      out.published(published).found("published", where);
    }
    if (stated != null
        && change != null
        && published != null
        && !published.date().equals(stated.date())) {
      change = shifted(change, stated, published);
    }
    modified(out, published, change, changeWhere, zone);
  }

  /** A change stated like the publication is off by as much: equal to it, or by the same hours. */
  private static Timestamp shifted(Timestamp change, Timestamp stated, Timestamp published) {
    if (change.equals(stated)) {
      return published;
    }
    boolean alike = change.zone() != null && change.zone().equals(stated.zone());
    if (!alike || change.time() == null || stated.time() == null || published.time() == null) {
      return change;
    }
    Duration off =
        Duration.between(
            LocalDateTime.of(stated.date(), stated.time()),
            LocalDateTime.of(published.date(), published.time()));
    LocalDateTime at = LocalDateTime.of(change.date(), change.time()).plus(off);
    return new Timestamp(at.toLocalDate(), at.toLocalTime(), published.zone());
  }

  private void modified(
      Metadata.Builder out,
      @Nullable Timestamp published,
      @Nullable Timestamp change,
      String where,
      @Nullable ZoneOffset zone) {
    Timestamp modified = change;
    String found = where;
    if (modified == null && shownChange != null) {
      modified = shownChange;
      found = "page text";
    } else if (modified != null
        && shownChange != null
        && neighbours(modified.date(), shownChange.date())) {
      modified = shownChange;
      found = "page text, against " + where;
    } else if (modified != null
        && zone != null
        && modified.zone() != null
        && modified.time() != null) {
      modified = inZone(modified, modified.zone(), modified.time(), zone);
    }
    if (modified != null && (published == null || !modified.date().isBefore(published.date()))) {
      out.modified(modified).found("modified", found);
    }
  }

  private static Timestamp inZone(Timestamp at, ZoneOffset from, LocalTime time, ZoneOffset to) {
    var local = LocalDateTime.of(at.date(), time).atOffset(from).withOffsetSameInstant(to);
    return new Timestamp(local.toLocalDate(), local.toLocalTime(), to);
  }

  private @Nullable Timestamp parse(@Nullable String value) {
    return value == null ? null : Dates.parse(value, order);
  }

  /** Dates that the page shows between headline and text, or right after the text. */
  private void visible(int top, int firstBody, int lastBody) {
    look(top + 1, firstBody);
    if (shown == null) {
      look(top - 3, top);
    }
    if (shown == null) {
      look(lastBody + 1, lastBody + 4);
    }
  }

  private void look(int from, int to) {
    for (int i = Math.max(0, from); i < Math.min(to, outline.blocks.size()); i++) {
      Block block = outline.blocks.get(i);
      if (block.text.length() > 160
          || (block.box.hints & (Hint.NAVIGATION | Hint.COMMENT | Hint.RELATED | Hint.FOOT)) != 0) {
        continue;
      }
      String next =
          i + 1 < to && i + 1 < outline.blocks.size() ? outline.blocks.get(i + 1).text : "";
      boolean clock = next.length() < 30 && next.indexOf(':') > 0;
      if (!holdsDigit(block.text) && !clock) {
        continue;
      }
      Matcher update = UPDATE.matcher(block.text);
      Matcher publication = PUBLICATION.matcher(block.text);
      boolean updated = update.find();
      boolean publishedToo = publication.find();
      if (updated && publishedToo) {
        int a = update.start();
        int b = publication.start();
        set(block.text.substring(b, b < a ? a : block.text.length()), false);
        set(block.text.substring(a, a < b ? b : block.text.length()), true);
      } else {
        set(clock ? block.text + " " + next : block.text, updated);
      }
    }
  }

  /** No date is without one. */
  private static boolean holdsDigit(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= '0' && c <= '9') {
        return true;
      }
    }
    return false;
  }

  private void set(String text, boolean change) {
    Timestamp found = Dates.parse(text, order);
    if (found == null && year > 0) {
      Matcher dayAndMonth = WITHOUT_YEAR.matcher(text);
      if (dayAndMonth.find()) {
        String full =
            text.substring(0, dayAndMonth.end()) + ", " + year + text.substring(dayAndMonth.end());
        found = Dates.parse(full, order);
      }
    }
    if (found == null) {
      return;
    }
    if (change) {
      shownChange = shownChange == null ? found : shownChange;
    } else {
      shown = shown == null ? found : shown;
    }
  }

  /** The date of the time element nearest below the headline. */
  private @Nullable Timestamp timeElement(int top, int firstBody, int lastBody) {
    int from = begins(top - 4);
    int to = begins(lastBody + 4);
    for (Head.Time time : head.times) {
      int at = time.at();
      String names = time.element().attr("itemprop") + time.element().className();
      if (UPDATE.matcher(names).find()) {
        continue;
      }
      if (at >= from && at <= to) {
        Timestamp found = parse(time.value().isEmpty() ? time.text() : time.value());
        if (found != null) {
          return found;
        }
      }
    }
    return null;
  }

  private int begins(int block) {
    if (block >= outline.blocks.size()) {
      return Integer.MAX_VALUE;
    }
    int at = Math.max(0, block);
    return outline.blocks.isEmpty() || block < 0 ? 0 : outline.blocks.get(at).begins;
  }

  private @Nullable LocalDate inAddress() {
    if (url == null) {
      return null;
    }
    Matcher matcher = IN_ADDRESS.matcher(url);
    if (!matcher.find()) {
      return null;
    }
    String month = matcher.group(2);
    String iso =
        Character.isDigit(month.charAt(0))
            ? matcher.group(1) + "-" + month + "-" + matcher.group(3)
            : matcher.group(3) + " " + month + " " + matcher.group(1);
    Timestamp found = Dates.parse(iso, Dates.Order.DAY_FIRST);
    return found == null ? null : found.date();
  }

  private static boolean neighbours(LocalDate a, LocalDate b) {
    return Math.abs(ChronoUnit.DAYS.between(a, b)) == 1;
  }

  /** The zone in which the instant stated reads as shown; null if the two do not fit. */
  private static @Nullable ZoneOffset zoneBetween(Timestamp stated, Timestamp shown) {
    if (shown.zone() != null) {
      return shown.zone();
    }
    if (stated.zone() == null || stated.time() == null || shown.time() == null) {
      return null;
    }
    LocalDateTime utc =
        LocalDateTime.of(stated.date(), stated.time())
            .minusSeconds(stated.zone().getTotalSeconds());
    long minutes = Duration.between(utc, LocalDateTime.of(shown.date(), shown.time())).toMinutes();
    long quarters = Math.round(minutes / 15.0);
    if (Math.abs(minutes - quarters * 15) > 2 || Math.abs(quarters) > 14 * 4) {
      return null;
    }
    return ZoneOffset.ofTotalSeconds((int) quarters * 900);
  }
}
