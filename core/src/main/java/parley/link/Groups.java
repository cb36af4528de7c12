package parley.link;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Things joined in pairs until the groups that they make stand (disjoint sets, by index). */
final class Groups {

  private final int[] parent;

  /**
   * @param size how many things there are, each a group of its own at first
   */
  Groups(int size) {
    parent = new int[size];
    for (int i = 0; i < size; i++) {
      parent[i] = i;
    }
  }

  /** Whether both stand in one group. */
  boolean isJoined(int a, int b) {
    return root(a) == root(b);
  }

  void join(int a, int b) {
    parent[root(a)] = root(b);
  }

  /** The groups of those things, each in the order given, by their first. */
  <T> Collection<List<T>> of(List<T> things) {
    Map<Integer, List<T>> groups = new LinkedHashMap<>();
    for (int i = 0; i < parent.length; i++) {
      groups.computeIfAbsent(root(i), k -> new ArrayList<>(1)).add(things.get(i));
    }
    return groups.values();
  }

  private int root(int of) {
    int at = of;
    while (parent[at] != at) {
      parent[at] = parent[parent[at]];
      at = parent[at];
    }
    return at;
  }
}
