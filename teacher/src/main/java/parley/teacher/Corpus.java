package parley.teacher;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Sentences with what gold or the teacher says of them. */
final class Corpus {

  /** A sentence; arrays that its source lacks are empty. Heads: 0-based, the size for the root. */
  record Example(
      List<String> forms,
      String[] tags,
      String[] lemmas,
      int[] heads,
      String[] relations,
      String[] names) {

    Example recased(Case to) {
      List<String> changed = new ArrayList<>(forms.size());
      for (int i = 0; i < forms.size(); i++) {
        changed.add(to.of(forms.get(i), i));
      }
      return new Example(changed, tags, lemmas, heads, relations, names);
    }
  }

  /** How newswire and headlines set words. */
  enum Case {
    CAPITALS,
    LOWER,
    TITLE;

    String of(String form, int at) {
      if (this == TITLE && form.length() <= 3 && at > 0 && !Character.isUpperCase(form.charAt(0))) {
        return form;
      }
      return switch (this) {
        case CAPITALS -> form.toUpperCase(Locale.ROOT);
        case LOWER -> form.toLowerCase(Locale.ROOT);
        case TITLE -> form.substring(0, 1).toUpperCase(Locale.ROOT) + form.substring(1);
      };
    }
  }

  private Corpus() {}

  /** A CoNLL-U file; words of multi-word tokens as words, empty nodes left out. */
  static List<Example> conllu(Path file) throws IOException {
    List<Example> result = new ArrayList<>();
    List<String[]> lines = new ArrayList<>();
    try (BufferedReader in = Files.newBufferedReader(file)) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        if (line.isEmpty()) {
          if (!lines.isEmpty()) {
            result.add(example(lines));
          }
          lines.clear();
        } else if (line.charAt(0) != '#') {
          String[] columns = line.split("\t", -1);
          if (columns[0].indexOf('-') < 0 && columns[0].indexOf('.') < 0) {
            lines.add(columns);
          }
        }
      }
    }
    return result;
  }

  private static Example example(List<String[]> lines) {
    int n = lines.size();
    List<String> forms = new ArrayList<>(n);
    String[] tags = new String[n];
    String[] lemmas = new String[n];
    int[] heads = new int[n];
    String[] relations = new String[n];
    for (int i = 0; i < n; i++) {
      String[] c = lines.get(i);
      forms.add(c[1]);
      lemmas[i] = c[2];
      tags[i] = c[4];
      int head = Integer.parseInt(c[6]);
      heads[i] = head == 0 ? n : head - 1;
      relations[i] = c[7];
    }
    return new Example(forms, tags, lemmas, heads, relations, new String[0]);
  }

  /** What {@link Annotate} wrote: reports of sentences. */
  static List<List<Example>> silver(Path file) throws IOException {
    List<List<Example>> reports = new ArrayList<>();
    List<String[]> lines = new ArrayList<>();
    try (BufferedReader in = Files.newBufferedReader(file)) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        if (line.startsWith("# doc ") && lines.isEmpty() && line.indexOf('\t') < 0) {
          reports.add(new ArrayList<>());
        } else if (line.isEmpty()) {
          if (!lines.isEmpty()) {
            reports.get(reports.size() - 1).add(silverExample(lines));
          }
          lines.clear();
        } else {
          lines.add(line.split("\t", -1));
        }
      }
    }
    return reports;
  }

  private static Example silverExample(List<String[]> lines) {
    int n = lines.size();
    List<String> forms = new ArrayList<>(n);
    String[] tags = new String[n];
    String[] lemmas = new String[n];
    String[] names = new String[n];
    for (int i = 0; i < n; i++) {
      String[] c = lines.get(i);
      forms.add(c[0]);
      tags[i] = c[1];
      lemmas[i] = c[2];
      names[i] = c[3];
    }
    return new Example(forms, tags, lemmas, new int[0], new String[0], names);
  }
}
