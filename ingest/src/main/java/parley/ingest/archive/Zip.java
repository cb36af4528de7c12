package parley.ingest.archive;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

/** Entries of a ZIP file, read as a stream; names are only shown, never opened as files. */
final class Zip {

  /** What one file may unpack to, so that a small file cannot keep a machine busy for hours. */
  private static final long MOST = 8L << 30;

  private static final int MOST_ENTRIES = 1_000_000;

  private final int largest;
  private final Archive.Members to;

  Zip(int largest, Archive.Members to) {
    this.largest = largest;
    this.to = to;
  }

  void read(InputStream in) throws IOException {
    ZipInputStream zip = new ZipInputStream(in);
    long total = 0;
    for (int n = 0; ; n++) {
      String name = "entry " + (n + 1);
      try {
        ZipEntry entry = zip.getNextEntry();
        if (entry == null) {
          return;
        }
        name = entry.getName();
        if (n >= MOST_ENTRIES || total > MOST) {
          to.damaged(name, "and what follows it was left: the archive unpacks to too much");
          return;
        }
        if (entry.isDirectory()) {
          continue;
        }
        byte[] bytes = zip.readNBytes(largest + 1);
        total += bytes.length;
        if (bytes.length > largest) {
          to.damaged(name, "unpacks to more than " + (largest >> 20) + " MiB");
          long rest = 0;
          byte[] sink = new byte[1 << 16];
          for (int k = zip.read(sink); k > 0 && rest < MOST / 16; k = zip.read(sink)) {
            rest += k;
          }
          total += rest;
          if (rest >= MOST / 16) {
            to.damaged(name, "is too large to skip; the entries after it were left");
            return;
          }
        } else {
          to.member(name, null, bytes);
        }
      } catch (ZipException e) {
        String reason = e.getMessage() == null ? "bad data" : e.getMessage();
        boolean locked = reason.contains("encrypted");
        to.damaged(name, locked ? "is locked with a password" : "is damaged: " + reason);
        return;
      } catch (IllegalArgumentException badName) {
        to.damaged(name, "has a name that cannot be read; the entries after it were left");
        return;
      }
    }
  }
}
