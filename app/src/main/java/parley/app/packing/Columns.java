package parley.app.packing;

/**
 * Whole numbers, each of a column; the numbers of a column are alike, so that the frequent ones
 * have short codes.
 */
public final class Columns {

  private static final String NAME = "^columns";

  private Columns() {}

  /** Takes numbers. */
  public interface Out {

    /** A number that is not negative. */
    void number(int column, long value);

    /** A number of either sign. */
    void signed(int column, long value);

    /** The lowest {@code width} bytes, which are like no others. */
    void fixed(long value, int width);

    void text(int column, String text);
  }

  /** Gives the numbers back, asked for in the same order. */
  public interface In {

    long number(int column);

    /** A number that is not negative and not large. */
    default int small(int column) {
      return (int) number(column);
    }

    long signed(int column);

    long fixed(int width);

    String text(int column);
  }

  static Out to(Pen pen, Place root, int columns) {
    Place[] places = new Place[columns];
    Place all = pen.below(root, NAME);
    for (int i = 0; i < columns; i++) {
      places[i] = pen.below(all, Integer.toString(i));
    }
    return new Out() {
      @Override
      public void number(int column, long value) {
        if (!pen.symbol(places[column], value)) {
          pen.number(value);
        }
      }

      @Override
      public void signed(int column, long value) {
        number(column, value);
      }

      @Override
      public void fixed(long value, int width) {
        for (int i = width - 1; i >= 0; i--) {
          pen.bits(value >>> Byte.SIZE * i, Byte.SIZE);
        }
      }

      @Override
      public void text(int column, String text) {
        number(column, text.length());
        text.chars().forEach(c -> number(column, c));
      }
    };
  }

  static Place[] places(Place root, int columns) {
    Place[] places = new Place[columns];
    for (int i = 0; i < columns; i++) {
      places[i] = root.below(NAME).below(Integer.toString(i));
    }
    return places;
  }

  static In from(Bits.In in, Place[] places) {
    return new In() {
      @Override
      public long number(int column) {
        return places[column].alphabet().number(in);
      }

      @Override
      public long signed(int column) {
        return number(column);
      }

      @Override
      public long fixed(int width) {
        long value = 0;
        for (int i = 0; i < width; i++) {
          value = value << Byte.SIZE | in.take(Byte.SIZE);
        }
        return value;
      }

      @Override
      public String text(int column) {
        long length = number(column);
        StringBuilder text = new StringBuilder();
        for (long i = 0; i < length; i++) {
          text.append((char) number(column));
        }
        return text.toString();
      }
    };
  }
}
