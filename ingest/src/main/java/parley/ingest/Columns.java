package parley.ingest;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Which column of a table, or field of JSON, holds what: as a caller writes it, or ready-made. */
final class Columns {

  /** Begins a column that is taken if it is there, and else the field's usual names are tried. */
  static final char PREFERRED = '?';

  /**
   * Ready-made ones: what each export's columns are, where another of them has a name that could be
   * taken for the field.
   */
  private static final Map<String, String> READY = new LinkedHashMap<>();

  static {
    READY.put(
        "event-registry",
        "title=title,text=body,published=dateTimePub,url=url,source=source,authors=authors,language=lang");
    READY.put(
        "factiva", "title=HD,text=LP+TD,published=PD,source=SN,authors=BY,language=LA,section=SE");
    READY.put(
        "factiva-snapshot",
        "title=title,text=snippet+body,published=publication_datetime,modified=modification_datetime,"
            + "source=source_name,authors=byline,language=language_code,section=section");
    READY.put("gdelt", "title=title,published=seendate,url=url,source=domain,language=language");
    READY.put(
        "guardian",
        "title=webTitle,text=fields.body,published=webPublicationDate,url=webUrl,section=sectionName,"
            + "authors=fields.byline,summary=fields.trailText");
    READY.put(
        "mediacloud",
        "title=title,text=text,published=publish_date,url=url,source=media_name,language=language");
    READY.put(
        "meltwater",
        "title=Headline,text=Opening Text+Hit Sentence,published=Date,url=URL,source=Source,"
            + "authors=Influencer,language=Language");
    READY.put(
        "newsapi",
        "title=title,text=content,summary=description,published=publishedAt,url=url,authors=author");
    READY.put(
        "news-please",
        "title=title,text=maintext,summary=description,published=date_publish,"
            + "modified=date_modify,url=url,source=source_domain,authors=authors,language=language");
    READY.put(
        "nexis",
        "title=Title,text=Full Text,published=Date,source=Publication,authors=Byline,"
            + "section=Section,language=Language");
    READY.put(
        "proquest",
        "title=Title,text=Full text,summary=Abstract,published=pubdate,source=pubtitle,"
            + "url=DocumentURL,authors=Authors,language=language,section=Section");
    READY.put(
        "trafilatura",
        "title=title,text=text,published=date,url=url,source=hostname,authors=author");
  }

  private Columns() {}

  /**
   * The columns of {@code title=Headline,text=Lead+Body}, of a ready-made name, or of both.
   *
   * @throws IllegalArgumentException if a pair is none, or there is no field or ready-made of that
   *     name
   */
  static Map<String, String> of(String spec) {
    Map<String, String> columns = new LinkedHashMap<>();
    for (String pair : spec.split(",")) {
      String ready = READY.get(pair.strip().toLowerCase(Locale.ROOT));
      int equals = pair.indexOf('=');
      if (equals > 0) {
        String field = pair.substring(0, equals).strip().toLowerCase(Locale.ROOT);
        String column = pair.substring(equals + 1).strip();
        if (!Row.FIELDS.contains(field)) {
          throw new IllegalArgumentException(
              "no field " + field + "; fields are " + String.join(", ", Row.FIELDS));
        }
        if (column.isEmpty()) {
          throw new IllegalArgumentException("'" + pair + "' names no column");
        }
        columns.put(field, column);
      } else if (ready != null) {
        of(ready).forEach((field, column) -> columns.put(field, PREFERRED + column));
      } else {
        throw new IllegalArgumentException(
            "'"
                + pair.strip()
                + "' is neither field=Column nor a ready mapping; those are "
                + String.join(", ", READY.keySet()));
      }
    }
    return columns;
  }
}
