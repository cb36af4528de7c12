package parley.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a report beside its text. Any value may be missing.
 *
 * @param url canonical address
 * @param source the outlet's name
 * @param title the headline
 * @param published when first published
 * @param modified when last changed
 * @param language ISO 639-1 code, "und" if not known
 * @param authors names in the order of the byline, never null
 * @param agency wire agency credited ("Reuters")
 * @param section desk or rubric of the outlet
 * @param foundIn for each field, where its value was found ("json-ld", "byline", "given")
 * @param duplicateOf id of the report that this one repeats: the same text, or a wire copy of it
 * @param versionOf id of the earlier version of this report by the same outlet
 * @param paywall why the text may not be whole: {@code stated} by the page, {@code cut} by the look
 *     of its end, or {@code both}
 */
public record Metadata(
    @Nullable String url,
    @Nullable String source,
    @Nullable String title,
    @Nullable Timestamp published,
    @Nullable Timestamp modified,
    String language,
    List<String> authors,
    @Nullable String agency,
    @Nullable String section,
    SortedMap<String, String> foundIn,
    @Nullable String duplicateOf,
    @Nullable String versionOf,
    @Nullable String paywall) {

  public static final String UNKNOWN_LANGUAGE = "und";

  public Metadata {
    authors = List.copyOf(authors);
    foundIn = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(foundIn));
  }

  /** The report that this one repeats or is a version of, null if it stands for itself. */
  public @Nullable String repeats() {
    return duplicateOf != null ? duplicateOf : versionOf;
  }

  public static Builder builder() {
    return new Builder();
  }

  /** A builder that holds these values. */
  public Builder toBuilder() {
    Builder b = new Builder();
    b.url = url;
    b.source = source;
    b.title = title;
    b.published = published;
    b.modified = modified;
    b.language = language;
    b.authors.addAll(authors);
    b.agency = agency;
    b.section = section;
    b.foundIn.putAll(foundIn);
    b.duplicateOf = duplicateOf;
    b.versionOf = versionOf;
    b.paywall = paywall;
    return b;
  }

  /** Collects values; each setter takes null as "not known". */
  public static final class Builder {
    private @Nullable String url;
    private @Nullable String source;
    private @Nullable String title;
    private @Nullable Timestamp published;
    private @Nullable Timestamp modified;
    private String language = UNKNOWN_LANGUAGE;
    private final List<String> authors = new ArrayList<>();
    private @Nullable String agency;
    private @Nullable String section;
    private final Map<String, String> foundIn = new TreeMap<>();
    private @Nullable String duplicateOf;
    private @Nullable String versionOf;
    private @Nullable String paywall;

    private Builder() {}

    public Builder url(@Nullable String value) {
      url = value;
      return this;
    }

    public Builder source(@Nullable String value) {
      source = value;
      return this;
    }

    public Builder title(@Nullable String value) {
      title = value;
      return this;
    }

    public Builder published(@Nullable Timestamp value) {
      published = value;
      return this;
    }

    public Builder modified(@Nullable Timestamp value) {
      modified = value;
      return this;
    }

    public Builder language(String value) {
      language = value;
      return this;
    }

    public Builder authors(List<String> values) {
      authors.clear();
      authors.addAll(values);
      return this;
    }

    public Builder agency(@Nullable String value) {
      agency = value;
      return this;
    }

    public Builder section(@Nullable String value) {
      section = value;
      return this;
    }

    public Builder duplicateOf(@Nullable String value) {
      duplicateOf = value;
      return this;
    }

    public Builder versionOf(@Nullable String value) {
      versionOf = value;
      return this;
    }

    public Builder paywall(@Nullable String value) {
      paywall = value;
      return this;
    }

    /** Notes where the value of {@code field} came from. */
    public Builder found(String field, String where) {
      foundIn.put(field, where);
      return this;
    }

    public Metadata build() {
      return new Metadata(
          url,
          source,
          title,
          published,
          modified,
          language,
          authors,
          agency,
          section,
          new TreeMap<>(foundIn),
          duplicateOf,
          versionOf,
          paywall);
    }
  }
}
