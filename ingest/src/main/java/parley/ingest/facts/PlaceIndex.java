package parley.ingest.facts;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.PriorityQueue;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;
import parley.world.Gazetteer;
import parley.world.PlaceRow;

/**
 * A file of places in order by name: a head of {@value #HEAD} bytes, the rows, where every 64th
 * begins, the names of regions.
 */
final class PlaceIndex {

  /** Part of the file's name; grows when the form or what is kept of a dump changes. */
  static final int FORM = 1;

  private static final int HEAD = 20;
  private static final int MAGIC = 0x50415250;

  private PlaceIndex() {}

  /** The gazetteer in a file, which is mapped into memory. */
  static Gazetteer map(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      ByteBuffer all = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size());
      if (all.limit() < HEAD || all.getInt() != MAGIC) {
        throw new IOException(file + ": is no index of places; remove it");
      }
      int entries = all.getInt();
      int[] blocks = new int[all.getInt()];
      byte[] table = new byte[all.getInt()];
      int check = all.getInt();
      all.position(HEAD + entries);
      for (int i = 0; i < blocks.length; i++) {
        blocks[i] = all.getInt();
      }
      all.get(table);
      List<String[]> regions = new ArrayList<>();
      for (String line : new String(table, StandardCharsets.UTF_8).split("\n", -1)) {
        if (!line.isEmpty()) {
          regions.add(line.split("\t", 2));
        }
      }
      return Gazetteer.of(all.slice(HEAD, entries), blocks, regions, Integer.toHexString(check));
    }
  }

  /** Makes such a file of rows in any order: sorted runs on the disk, then merged. */
  static final class Maker implements AutoCloseable {

    /** Rows that are sorted in memory, some 20 MB. */
    private static final int RUN = 200_000;

    private final Path file;
    private final List<Path> runs = new ArrayList<>();
    private List<PlaceRow> rows = new ArrayList<>();

    Maker(Path file) {
      this.file = file;
    }

    void add(List<PlaceRow> more) throws IOException {
      rows.addAll(more);
      if (rows.size() >= RUN) {
        flush();
      }
    }

    boolean isEmpty() {
      return rows.isEmpty() && runs.isEmpty();
    }

    private void flush() throws IOException {
      Collections.sort(rows);
      Path run = Files.createTempFile(file.toAbsolutePath().getParent(), "places", ".run");
      runs.add(run);
      try (DataOutputStream out = output(run)) {
        for (PlaceRow row : rows) {
          out.write(row.bytes());
        }
      }
      rows = new ArrayList<>();
    }

    /** Writes the file, all or nothing. */
    void finish(List<String[]> regions) throws IOException {
      flush();
      Path made = Files.createTempFile(file.toAbsolutePath().getParent(), "places", ".new");
      runs.add(made);
      List<Run> open = new ArrayList<>();
      try {
        for (Path run : runs.subList(0, runs.size() - 1)) {
          open.add(new Run(run));
        }
        write(made, new PriorityQueue<>(open), regions);
      } finally {
        for (Run run : open) {
          run.in.close();
        }
      }
      Files.move(made, file, StandardCopyOption.REPLACE_EXISTING);
    }

    private static void write(Path to, PriorityQueue<Run> open, List<String[]> regions)
        throws IOException {
      int[] blocks = new int[1024];
      int count = 0;
      long at = 0;
      CRC32 check = new CRC32();
      StringBuilder table = new StringBuilder();
      regions.forEach(region -> table.append(String.join("\t", region)).append('\n'));
      byte[] named = table.toString().getBytes(StandardCharsets.UTF_8);
      try (DataOutputStream out = output(to)) {
        out.write(new byte[HEAD]);
        PlaceRow last = null;
        for (Run run = open.poll(); run != null; run = open.poll()) {
          PlaceRow row = run.row;
          if (row == null) {
            continue;
          }
          if (last == null || !row.equals(last)) {
            byte[] bytes = row.bytes();
            if (count % Gazetteer.BLOCK == 0) {
              int block = count / Gazetteer.BLOCK;
              blocks = block < blocks.length ? blocks : Arrays.copyOf(blocks, 2 * block);
              blocks[block] = (int) at;
            }
            out.write(bytes);
            check.update(bytes);
            at += bytes.length;
            count++;
            if (at > Integer.MAX_VALUE - HEAD) {
              throw new IOException("too many places for one index; give a smaller dump");
            }
          }
          last = row;
          run.next();
          open.add(run);
        }
        for (int i = 0; i * Gazetteer.BLOCK < count; i++) {
          out.writeInt(blocks[i]);
        }
        out.write(named);
      }
      check.update(named);
      ByteBuffer head = ByteBuffer.allocate(HEAD);
      head.putInt(MAGIC)
          .putInt((int) at)
          .putInt((count + Gazetteer.BLOCK - 1) / Gazetteer.BLOCK)
          .putInt(named.length)
          .putInt((int) check.getValue())
          .flip();
      try (FileChannel channel = FileChannel.open(to, StandardOpenOption.WRITE)) {
        channel.write(head, 0);
      }
    }

    private static DataOutputStream output(Path file) throws IOException {
      return new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file), 1 << 16));
    }

    @Override
    public void close() throws IOException {
      for (Path run : runs) {
        Files.deleteIfExists(run);
      }
    }
  }

  /** A sorted run that is read back row by row. */
  private static final class Run implements Comparable<Run> {
    private final DataInputStream in;
    private @Nullable PlaceRow row;

    Run(Path file) throws IOException {
      in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16));
      next();
    }

    void next() throws IOException {
      int length = in.read();
      if (length < 0) {
        row = null;
        return;
      }
      byte[] key = in.readNBytes(length);
      byte[] facts = in.readNBytes(PlaceRow.FACTS);
      if (facts.length < PlaceRow.FACTS) {
        throw new EOFException("a run ends amid a row");
      }
      row = PlaceRow.of(key, facts);
    }

    @Override
    public int compareTo(Run other) {
      if (row == null || other.row == null) {
        return row == other.row ? 0 : row == null ? 1 : -1;
      }
      return row.compareTo(other.row);
    }
  }
}
