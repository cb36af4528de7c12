package parley.codebook;

import java.util.List;

/** A piece of a YAML file with the line on which it begins, 1-based. */
sealed interface YamlNode {

  int line();

  record Scalar(int line, String value) implements YamlNode {}

  record Sequence(int line, List<YamlNode> items) implements YamlNode {}

  record Mapping(int line, List<Entry> entries) implements YamlNode {}

  /** A key and what it holds. */
  record Entry(int line, String key, YamlNode value) {}
}
