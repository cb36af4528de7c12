package parley.app.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import parley.extract.Reader;
import parley.text.Metadata;
import parley.text.Report;

/** What a reader should know of a report before its entries. */
final class Remarks {

  private Remarks() {}

  static List<String> of(Report report) {
    Metadata about = report.metadata();
    List<String> remarks = new ArrayList<>();
    if (!Reader.reads(report)) {
      String language = Locale.forLanguageTag(about.language()).getDisplayLanguage(Locale.ENGLISH);
      remarks.add("in " + language + ": parts and metadata only, since Parley reads English");
    }
    if (about.duplicateOf() != null) {
      remarks.add("repeats report " + about.duplicateOf());
    }
    if (about.versionOf() != null) {
      remarks.add("a version of report " + about.versionOf());
    }
    if (about.paywall() != null) {
      remarks.add(
          switch (about.paywall()) {
            case "stated" -> "behind a paywall, as its page states";
            case "cut" -> "cut off at its end, by the look of it";
            default -> "behind a paywall, and cut off at its end by the look of it";
          });
    }
    return remarks;
  }
}
