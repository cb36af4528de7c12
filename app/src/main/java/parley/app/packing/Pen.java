package parley.app.packing;

/** Writes symbols, or counts them. */
interface Pen {

  /**
   * @return false if the symbol is not known at the place, so that it must be spelt out
   */
  boolean symbol(Place place, Object symbol);

  /** The lowest {@code width} bits of a value, at most 32. */
  void bits(long value, int width);

  Place below(Place place, String name);

  /** A whole number, as many bits as it has twice. */
  default void number(long value) {
    long plain = (value << 1 ^ value >> 63) + 1;
    int width = 64 - Long.numberOfLeadingZeros(plain);
    bits(width, 7);
    if (width > 32) {
      bits(plain >>> 32, width - 32);
    }
    bits(plain, Math.min(width, 32));
  }

  /** Reads what {@link #number} wrote. */
  static long number(Bits.In in) {
    int width = (int) in.take(7);
    if (width > 64) {
      throw new DamagedException("a number of " + width + " bits");
    }
    long high = width > 32 ? in.take(width - 32) << 32 : 0;
    long plain = (high | in.take(Math.min(width, 32))) - 1;
    return plain >>> 1 ^ -(plain & 1);
  }

  /** Writes with a packing's codes. */
  final class Writing implements Pen {
    private final Bits.Out out = new Bits.Out();

    @Override
    public boolean symbol(Place place, Object symbol) {
      return place.alphabet().write(out, symbol);
    }

    @Override
    public void bits(long value, int width) {
      out.put(value, width);
    }

    @Override
    public Place below(Place place, String name) {
      return place.below(name);
    }

    byte[] bytes() {
      return out.bytes();
    }
  }

  /** Counts. What was seen once or twice is spelt out too, so that its spelling is counted. */
  final class Counting implements Pen {
    @Override
    public boolean symbol(Place place, Object symbol) {
      return place.count(symbol) > 2;
    }

    @Override
    public void bits(long value, int width) {
      // Nothing to count: these bits are written as they are.
    }

    @Override
    public Place below(Place place, String name) {
      return place.made(name);
    }
  }
}
