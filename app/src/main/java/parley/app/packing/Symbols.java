package parley.app.packing;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What may be a symbol of an {@link Alphabet}: a string, a number, true, false or null, and what
 * follows here.
 */
final class Symbols {

  /** The longest string that is a symbol, characters. */
  private static final int LONGEST = 120;

  /** An object with these fields. */
  static final class Shape {
    private final List<String> keys;

    /** Where the fields stand, once it is known. */
    private Place place = Place.UNKNOWN;

    private Place[] places = {};
    private final boolean[] spans;
    private final boolean entry;

    Shape(List<String> keys) {
      this.keys = keys;
      this.entry = !keys.isEmpty() && keys.get(0).equals(TreeWriter.ID);
      this.spans = new boolean[keys.size()];
      for (int i = 0; i < spans.length; i++) {
        spans[i] = keys.get(i).startsWith("^");
      }
    }

    /** Whether a field is a span in the form of {@link TreeWriter}. */
    boolean isSpan(int field) {
      return spans[field];
    }

    /** Whether the first field is an id. */
    boolean isEntry() {
      return entry;
    }

    Place place() {
      return place;
    }

    List<String> keys() {
      return keys;
    }

    Place[] places() {
      return places;
    }

    /** The shape is one of objects at this place. */
    void at(Place here) {
      place = here;
      places = keys.stream().map(here::below).toArray(Place[]::new);
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Shape shape && shape.keys.equals(keys);
    }

    @Override
    public int hashCode() {
      return keys.hashCode();
    }
  }

  /**
   * What stands between two words, or before the first and after the last one.
   *
   * @param last whether no word follows
   */
  record Gap(String text, boolean last) {}

  /** An array of so many elements. */
  record Length(int size) {}

  /** An id: its letters, and how far its number is from the one before it. */
  record Ref(String letters, int step) {}

  /** JSON's own constants. */
  enum Constant {
    TRUE,
    FALSE,
    NULL
  }

  private Symbols() {}

  /** Whether the symbol can be kept: strings must be short and hold nothing that UTF-8 cannot. */
  static boolean isKept(Object symbol) {
    if (symbol instanceof String text) {
      return text.length() <= LONGEST && text.chars().noneMatch(c -> c >= 0xD800 && c < 0xE000);
    }
    if (symbol instanceof Gap gap) {
      return isKept(gap.text());
    }
    return !(symbol instanceof Shape shape) || shape.keys().stream().allMatch(Symbols::isKept);
  }

  static void write(DataOutputStream out, Object symbol) throws IOException {
    if (symbol == Alphabet.OTHER) {
      out.writeByte(0);
    } else if (symbol instanceof String text) {
      out.writeByte(1);
      out.writeUTF(text);
    } else if (symbol instanceof Long number) {
      out.writeByte(2);
      out.writeLong(number);
    } else if (symbol instanceof Double number) {
      out.writeByte(3);
      out.writeDouble(number);
    } else if (symbol instanceof Constant constant) {
      out.writeByte(4);
      out.writeByte(constant.ordinal());
    } else if (symbol instanceof Shape shape) {
      out.writeByte(5);
      out.writeShort(shape.keys().size());
      for (String key : shape.keys()) {
        out.writeUTF(key);
      }
    } else if (symbol instanceof Length length) {
      out.writeByte(6);
      out.writeInt(length.size());
    } else if (symbol instanceof Ref ref) {
      out.writeByte(7);
      out.writeUTF(ref.letters());
      out.writeInt(ref.step());
    } else if (symbol instanceof Gap gap) {
      out.writeByte(8);
      out.writeUTF(gap.text());
      out.writeBoolean(gap.last());
    } else {
      throw new IllegalStateException("no symbol: " + symbol.getClass());
    }
  }

  static Object read(DataInputStream in) throws IOException {
    int kind = in.readByte();
    switch (kind) {
      case 0:
        return Alphabet.OTHER;
      case 1:
        return in.readUTF();
      case 2:
        return in.readLong();
      case 3:
        return in.readDouble();
      case 4:
        return Constant.values()[in.readByte()];
      case 5:
        List<String> keys = new ArrayList<>();
        for (int n = in.readShort(); n > 0; n--) {
          keys.add(in.readUTF());
        }
        return new Shape(List.copyOf(keys));
      case 6:
        return new Length(in.readInt());
      case 7:
        return new Ref(in.readUTF(), in.readInt());
      case 8:
        return new Gap(in.readUTF(), in.readBoolean());
      default:
        throw new IOException("no kind of symbol: " + kind);
    }
  }
}
