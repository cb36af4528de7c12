package parley.codebook;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Turns the tree of a codebook file into a codebook, noting every problem on the way. */
final class CodebookMaker {

  private static final Set<String> KEYS =
      Set.of(
          "codebook",
          "version",
          "title",
          "language",
          "extends",
          "stances",
          "words",
          "themes",
          "issues");
  private static final Set<String> STANCE_KEYS = Set.of("label", "definition", "cues");
  private static final Set<String> ISSUE_KEYS =
      Set.of("code", "label", "definition", "parent", "plover", "pax", "triggers");
  private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9_-]{0,39}");
  private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2}");
  private static final int MAX_PHRASE_WORDS = 6;

  private final List<CodebookProblem> problems = new ArrayList<>();

  CodebookReader.Result make(YamlNode root) {
    Map<String, YamlNode> top = mapping(root, "", KEYS);
    if (!(root instanceof YamlNode.Mapping)) {
      return failed();
    }
    Codebook base = base(top.get("extends"));
    String id = code(root, top.get("codebook"), "codebook");
    String version = required(root, top.get("version"), "version");
    String title = required(root, top.get("title"), "title");
    String language = required(root, top.get("language"), "language");
    if (!language.isEmpty() && !LANGUAGE.matcher(language).matches()) {
      problem(line(top.get("language"), root), "language", "give an ISO 639-1 code such as en");
    }
    List<StanceEntry> stances = stances(root, top.get("stances"), base);
    SortedMap<String, List<String>> words = words(top.get("words"), base);
    Map<String, String> themes = themes(top.get("themes"));
    List<Issue> issues = issues(root, top.get("issues"), themes);
    if (!problems.isEmpty()) {
      return failed();
    }
    return new CodebookReader.Result(
        new Codebook(id, version, title, language, stances, themes, issues, words), List.of());
  }

  private CodebookReader.Result failed() {
    problems.sort((a, b) -> Integer.compare(a.line(), b.line()));
    return new CodebookReader.Result(null, problems);
  }

  private @Nullable Codebook base(@Nullable YamlNode node) {
    if (node == null) {
      return null;
    }
    String id = text(node, "extends");
    if (!CodebookReader.SHIPPED.contains(id)) {
      problem(node.line(), "extends", "no codebook '" + id + "'; one of " + CodebookReader.SHIPPED);
      return null;
    }
    return CodebookReader.shipped(id);
  }

  private List<StanceEntry> stances(
      YamlNode root, @Nullable YamlNode node, @Nullable Codebook base) {
    if (node == null && base != null) {
      return base.stances();
    }
    if (node == null) {
      problem(root.line(), "stances", "missing; give them or 'extends: conflict-talks'");
      return List.of();
    }
    Map<String, YamlNode> given = mapping(node, "stances", Set.copyOf(Codebook.STANCES));
    List<StanceEntry> result = new ArrayList<>();
    for (String code : Codebook.STANCES) {
      String key = "stances." + code;
      YamlNode entry = given.get(code);
      if (entry == null) {
        base(base, code, result, node, key);
        continue;
      }
      Map<String, YamlNode> fields = mapping(entry, key, STANCE_KEYS);
      result.add(
          new StanceEntry(
              code,
              required(entry, fields.get("label"), key + ".label"),
              required(entry, fields.get("definition"), key + ".definition"),
              phrases(entry, fields.get("cues"), key + ".cues")));
    }
    return result;
  }

  private void base(
      @Nullable Codebook base, String code, List<StanceEntry> into, YamlNode node, String key) {
    if (base == null) {
      problem(node.line(), key, "missing");
    } else {
      base.stances().stream().filter(s -> s.code().equals(code)).forEach(into::add);
    }
  }

  private SortedMap<String, List<String>> words(@Nullable YamlNode node, @Nullable Codebook base) {
    SortedMap<String, List<String>> result = new TreeMap<>();
    if (base != null) {
      result.putAll(base.words());
    }
    if (node != null) {
      mapping(node, "words", null)
          .forEach((kind, list) -> result.put(kind, phrases(list, list, "words." + kind)));
    }
    return result;
  }

  private Map<String, String> themes(@Nullable YamlNode node) {
    Map<String, String> result = new LinkedHashMap<>();
    if (node != null) {
      mapping(node, "themes", null)
          .forEach((code, label) -> result.put(code, text(label, "themes." + code)));
    }
    return result;
  }

  private List<Issue> issues(YamlNode root, @Nullable YamlNode node, Map<String, String> themes) {
    List<Issue> result = new ArrayList<>();
    if (!(node instanceof YamlNode.Sequence list)) {
      problem(line(node, root), "issues", "give a list of issues, each with code and label");
      return result;
    }
    Map<String, Integer> lines = new LinkedHashMap<>();
    Map<String, YamlNode> parents = new LinkedHashMap<>();
    for (int i = 0; i < list.items().size(); i++) {
      YamlNode item = list.items().get(i);
      String key = "issues[" + i + "]";
      Map<String, YamlNode> fields = mapping(item, key, ISSUE_KEYS);
      String code = code(item, fields.get("code"), key + ".code");
      Integer before = lines.putIfAbsent(code, item.line());
      if (before != null && !code.isEmpty()) {
        problem(item.line(), key + ".code", "'" + code + "' stands in line " + before + " already");
      }
      YamlNode parent = fields.get("parent");
      if (parent != null) {
        parents.put(code, parent);
      }
      result.add(
          new Issue(
              code,
              required(item, fields.get("label"), key + ".label"),
              required(item, fields.get("definition"), key + ".definition"),
              parent == null ? null : text(parent, key + ".parent"),
              strings(fields.get("plover"), key + ".plover"),
              fields.containsKey("pax") ? text(fields.get("pax"), key + ".pax") : null,
              phrases(item, fields.get("triggers"), key + ".triggers")));
    }
    if (!lines.containsKey(Codebook.OTHER)) {
      problem(list.line(), "issues", "the issue 'other' is missing");
    }
    checkParents(result, parents, themes);
    return result;
  }

  private void checkParents(
      List<Issue> issues, Map<String, YamlNode> nodes, Map<String, String> themes) {
    Map<String, String> parents = new LinkedHashMap<>();
    Set<String> known = new HashSet<>(themes.keySet());
    for (Issue issue : issues) {
      known.add(issue.code());
      if (issue.parent() != null) {
        parents.put(issue.code(), issue.parent());
      }
    }
    parents.forEach(
        (code, parent) -> {
          int line = line(nodes.get(code), null);
          if (!known.contains(parent)) {
            problem(line, "issue " + code + ".parent", "no theme or issue '" + parent + "'");
          }
          Set<String> seen = new HashSet<>(Set.of(code));
          for (String up = parent; up != null && !themes.containsKey(up); up = parents.get(up)) {
            if (!seen.add(up)) {
              problem(line, "issue " + code + ".parent", "its parents run in a circle");
              break;
            }
          }
        });
  }

  /** The entries of a mapping by key; unknown keys, unless all are allowed, are problems. */
  private Map<String, YamlNode> mapping(YamlNode node, String key, @Nullable Set<String> allowed) {
    Map<String, YamlNode> result = new LinkedHashMap<>();
    if (!(node instanceof YamlNode.Mapping mapping)) {
      problem(node.line(), key, "give keys and values here");
      return result;
    }
    for (YamlNode.Entry entry : mapping.entries()) {
      String path = key.isEmpty() ? entry.key() : key + "." + entry.key();
      if (allowed != null && !allowed.contains(entry.key())) {
        problem(entry.line(), path, "unknown key; known are " + allowed.stream().sorted().toList());
      } else if (result.putIfAbsent(entry.key(), entry.value()) != null) {
        problem(entry.line(), path, "given twice");
      }
    }
    return result;
  }

  private String required(YamlNode owner, @Nullable YamlNode node, String key) {
    if (node == null) {
      problem(owner.line(), key, "missing");
      return "";
    }
    String text = text(node, key);
    if (text.isBlank() && node instanceof YamlNode.Scalar) {
      problem(node.line(), key, "is empty");
    }
    return text;
  }

  private String code(YamlNode owner, @Nullable YamlNode node, String key) {
    String code = required(owner, node, key);
    if (!code.isBlank() && !CODE.matcher(code).matches()) {
      problem(line(node, owner), key, "'" + code + "' is no code: lower-case letters, digits, - _");
    }
    return code;
  }

  private String text(@Nullable YamlNode node, String key) {
    if (node instanceof YamlNode.Scalar scalar) {
      return scalar.value();
    }
    problem(line(node, null), key, "give one word or line of text");
    return "";
  }

  private List<String> strings(@Nullable YamlNode node, String key) {
    List<String> result = new ArrayList<>();
    if (node == null) {
      return result;
    }
    if (!(node instanceof YamlNode.Sequence list)) {
      problem(node.line(), key, "give a list: [one, two]");
      return result;
    }
    for (YamlNode item : list.items()) {
      result.add(text(item, key));
    }
    return result;
  }

  private List<String> phrases(YamlNode owner, @Nullable YamlNode node, String key) {
    if (node == null) {
      problem(owner.line(), key, "missing; an empty list is []");
      return List.of();
    }
    List<String> result = strings(node, key);
    for (int i = 0; i < result.size(); i++) {
      String phrase = result.get(i);
      int line = ((YamlNode.Sequence) node).items().get(i).line();
      if (phrase.isBlank()) {
        problem(line, key, "an empty phrase");
      } else if (phrase.split(" ").length > MAX_PHRASE_WORDS) {
        problem(line, key, "'" + phrase + "' has more than " + MAX_PHRASE_WORDS + " words");
      }
    }
    return result;
  }

  private static int line(@Nullable YamlNode node, @Nullable YamlNode owner) {
    return node != null ? node.line() : owner != null ? owner.line() : 1;
  }

  private void problem(int line, String key, String message) {
    problems.add(new CodebookProblem(line, key, message));
  }
}
