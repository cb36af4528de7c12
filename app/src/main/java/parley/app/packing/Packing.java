package parley.app.packing;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Set;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Packs the texts and records of a dossier. What is frequent in each place of a record, and which
 * words are frequent in texts, was counted in some records ({@link Learning}) and has short codes;
 * everything else is spelt out, so that any tree and any text can be packed and comes back as it
 * was, its numbers and unpaired surrogates included.
 *
 * <p>A tree's spans are kept as places among the words of its text, so that a tree is packed and
 * unpacked beside its text. Immutable and safe for use by many threads; time is linear in the size.
 */
public final class Packing {

  private static final int FORM = 1;

  /** How many columns there may be. */
  public static final int COLUMNS = 80;

  private final Place root;

  private final Place[] columns;

  private Packing(Place root) {
    this.root = root;
    this.columns = Columns.places(root, COLUMNS);
  }

  /** Counts what stands in records, to make a packing of it. */
  public static final class Learning {

    /** What was counted less often is spelt out. */
    private static final int LEAST = 2;

    /** How many symbols one place has at most. */
    private static final int MOST = 60_000;

    private final Place root = new Place();
    private final Pen pen = new Pen.Counting();

    /**
     * Counts a report's text and the trees that belong to it.
     *
     * @param trees by the names under which they will be packed
     */
    public Learning count(String text, Map<String, ? extends JsonNode> trees) {
      Words words = new Words(pen, root);
      words.write(pen, pen.below(root, Words.BETWEEN), text);
      Tokens tokens = new Tokens(text);
      trees.forEach(
          (name, tree) ->
              new TreeWriter(pen, root, tokens, words).write(pen.below(root, name), tree));
      return this;
    }

    /** Counts the numbers of columns that are put in. */
    public Columns.Out columns() {
      return Columns.to(pen, root, COLUMNS);
    }

    /** The packing of what was counted so far; this object is spent. */
    public Packing packing() {
      root.settle(LEAST, MOST);
      return new Packing(root);
    }
  }

  /** Numbers of columns in the making. */
  public static final class Packed implements Columns.Out {
    private final Pen.Writing pen = new Pen.Writing();
    private final Columns.Out out;

    private Packed(Place root) {
      out = Columns.to(pen, root, COLUMNS);
    }

    @Override
    public void number(int column, long value) {
      out.number(column, value);
    }

    @Override
    public void signed(int column, long value) {
      out.signed(column, value);
    }

    @Override
    public void fixed(long value, int width) {
      out.fixed(value, width);
    }

    @Override
    public void text(int column, String text) {
      out.text(column, text);
    }

    public byte[] bytes() {
      return pen.bytes();
    }
  }

  /** Packs the numbers of columns that are put in. */
  public Packed columns() {
    return new Packed(root);
  }

  /**
   * Reads the numbers of columns.
   *
   * @param from where they begin in the bytes
   */
  public Columns.In columns(byte[] bytes, int from) {
    return Columns.from(new Bits.In(bytes, from), columns);
  }

  /** A text and how the trees beside it are packed. For one thread. */
  public final class Beside {
    private final String text;
    private final Tokens tokens;

    private Beside(String text) {
      this.text = text;
      this.tokens = new Tokens(text);
    }

    /** The text, packed. */
    public byte[] text() {
      Pen.Writing pen = new Pen.Writing();
      new Words(root).write(pen, root.below(Words.BETWEEN), text);
      return pen.bytes();
    }

    /**
     * A tree of the report, packed.
     *
     * @param name of trees of that form, as counted
     */
    public byte[] tree(String name, JsonNode tree) {
      Pen.Writing pen = new Pen.Writing();
      new TreeWriter(pen, root, tokens, new Words(root).after(text)).write(root.below(name), tree);
      return pen.bytes();
    }
  }

  public Beside pack(String text) {
    return new Beside(text);
  }

  /** A report's text, and how the trees beside it are read. */
  public final class Unpacked {
    private final String text;
    private final Words words;
    private final Buffer places = new Buffer();
    private @Nullable Tokens tokens;

    private Unpacked(byte[] bytes, int from) {
      words = new Words(root);
      words.read(new Bits.In(bytes, from), root.below(Words.BETWEEN), places);
      text = places.text();
    }

    public String text() {
      return text;
    }

    private TreeReader reader(byte[] bytes, int from) {
      tokens = tokens == null ? new Tokens(text, places) : tokens;
      return new TreeReader(new Bits.In(bytes, from), root, tokens, words.again());
    }

    /**
     * @throws DamagedException if the bytes are none of this packing and text
     */
    public JsonNode tree(byte[] bytes, int from, String name) {
      return reader(bytes, from).read(root.below(name));
    }

    /**
     * A tree's entries, of which most will not be asked for.
     *
     * @param lists the names of its lists of entries
     * @return null if these hold something else; {@link #tree} reads them then
     * @throws DamagedException if the bytes are none of this packing and text
     */
    public @Nullable Entries entries(byte[] bytes, int from, String name, Set<String> lists) {
      TreeReader reader = reader(bytes, from);
      Map<String, Map<String, TreeReader.Mark>> marks = reader.marks(root.below(name), lists);
      return marks == null ? null : new Entries(reader, marks);
    }
  }

  /** The entries of a tree's lists, each read when it is asked for. Safe for use by threads. */
  public static final class Entries {
    private final TreeReader reader;
    private final Map<String, Map<String, TreeReader.Mark>> marks;

    private Entries(TreeReader reader, Map<String, Map<String, TreeReader.Mark>> marks) {
      this.reader = reader;
      this.marks = marks;
    }

    /** The ids of a list, in its order. */
    public Set<String> ids(String list) {
      return marks.getOrDefault(list, Map.of()).keySet();
    }

    /** The entry of that id in a list, null if there is none. */
    public synchronized @Nullable JsonNode get(String list, String id) {
      TreeReader.Mark mark = marks.getOrDefault(list, Map.of()).get(id);
      return mark == null ? null : reader.read(mark);
    }
  }

  /**
   * Unpacks a text. What is returned is for one thread.
   *
   * @param from where it begins in the bytes
   * @throws DamagedException if the bytes are none of this packing
   */
  public Unpacked unpack(byte[] bytes, int from) {
    return new Unpacked(bytes, from);
  }

  /** The packing itself, to be kept. */
  public byte[] bytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(new DeflaterOutputStream(bytes))) {
      out.writeByte(FORM);
      root.write(out);
    } catch (IOException e) {
      throw new UncheckedIOException("an array can always be written", e);
    }
    return bytes.toByteArray();
  }

  /**
   * A packing that {@link #bytes()} gave.
   *
   * @throws DamagedException if it is none
   */
  public static Packing of(byte[] bytes) {
    try (DataInputStream in =
        new DataInputStream(new InflaterInputStream(new ByteArrayInputStream(bytes)))) {
      if (in.readByte() != FORM) {
        throw new DamagedException("a packing of a newer form");
      }
      return new Packing(Place.read(in));
    } catch (IOException | IllegalArgumentException e) {
      throw new DamagedException("no packing", e);
    }
  }
}
