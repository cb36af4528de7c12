package parley.app.packing;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Where something stands in a record, such as "the stance of a position": what it may be there. */
final class Place {

  /** A place of which nothing is known, and all below it. */
  static final Place UNKNOWN = new Place();

  private final Map<String, Place> below = new HashMap<>();
  private final Map<Object, int[]> counts = new LinkedHashMap<>();
  private Alphabet alphabet = Alphabet.EMPTY;
  private @Nullable Place each;
  private @Nullable Place numbers;
  private @Nullable Place steps;
  private @Nullable Place lengths;

  Alphabet alphabet() {
    return alphabet;
  }

  /** The place below of that name. */
  Place below(String name) {
    return below.getOrDefault(name, UNKNOWN);
  }

  /** Where the elements of an array stand. */
  Place each() {
    return each == null ? below(TreeWriter.ELEMENT) : each;
  }

  /** Where the numbers in a string stand. */
  Place numbers() {
    return numbers == null ? below(TreeWriter.NUMBER) : numbers;
  }

  /** Where the steps from span to span stand. */
  Place steps() {
    return steps == null ? below(TreeWriter.STEP) : steps;
  }

  /** Where the lengths of spans stand. */
  Place lengths() {
    return lengths == null ? below(TreeWriter.LENGTH) : lengths;
  }

  /** The same while counting: a place that was not known is made. */
  Place made(String name) {
    return below.computeIfAbsent(name, n -> new Place());
  }

  /** Counts a symbol; how often it was there with this. */
  int count(Object symbol) {
    return ++counts.computeIfAbsent(symbol, s -> new int[1])[0];
  }

  /** Makes the alphabets of what was counted here and below. */
  void settle(int least, int most) {
    if (counts.size() > most) {
      int[] sorted = counts.values().stream().mapToInt(c -> -c[0]).sorted().toArray();
      alphabet = Alphabet.of(counts, Math.max(least, 1 - sorted[most]));
    } else {
      alphabet = Alphabet.of(counts, least);
    }
    counts.clear();
    shapes();
    below.values().forEach(place -> place.settle(least, most));
  }

  private void shapes() {
    each = below(TreeWriter.ELEMENT);
    numbers = below(TreeWriter.NUMBER);
    steps = below(TreeWriter.STEP);
    lengths = below(TreeWriter.LENGTH);
    for (Object symbol : alphabet.symbols()) {
      if (symbol instanceof Symbols.Shape shape) {
        shape.at(this);
      }
    }
  }

  void write(DataOutputStream out) throws IOException {
    List<Object> symbols = alphabet.symbols();
    out.writeInt(symbols.size());
    for (int i = 0; i < symbols.size(); i++) {
      Symbols.write(out, symbols.get(i));
      out.writeByte(alphabet.length(i));
    }
    out.writeShort(below.size());
    for (Map.Entry<String, Place> entry : new TreeMap<>(below).entrySet()) {
      out.writeUTF(entry.getKey());
      entry.getValue().write(out);
    }
  }

  static Place read(DataInputStream in) throws IOException {
    Place place = new Place();
    int n = in.readInt();
    List<Object> symbols = new ArrayList<>();
    int[] lengths = new int[n];
    for (int i = 0; i < n; i++) {
      symbols.add(Symbols.read(in));
      lengths[i] = in.readByte();
    }
    place.alphabet = new Alphabet(symbols, lengths);
    for (int i = in.readShort(); i > 0; i--) {
      String name = in.readUTF();
      place.below.put(name, read(in));
    }
    place.shapes();
    return place;
  }
}
