package parley.bench;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import parley.ingest.Ingest;
import parley.ingest.Outcome;
import parley.ingest.Settings;

/**
 * An archive of saved pages with broken members mixed in, at a known rate and with a fixed seed:
 * whether every good page is read as it is by itself, and every broken member told and named.
 */
final class WarcTask implements Task {

  private static final long SEED = 20261122L;

  /** How a member is broken. */
  private enum Damage {
    BITS_FLIPPED,
    END_CUT,
    SUM_WRONG,
    NO_LENGTH,
    LENGTH_TOO_LARGE,
    NOISE
  }

  @Override
  public String name() {
    return "warc";
  }

  @Override
  public String summary() {
    return "a WARC of pages with broken members mixed in: what is read, what is named (data: extraction/)";
  }

  @Override
  public void run(Call call) throws IOException {
    Map<String, byte[]> pages = Extraction.pages(call.dataOr("extraction"));
    Map<String, String> alone = new LinkedHashMap<>();
    for (Map.Entry<String, byte[]> page : pages.entrySet()) {
      for (Outcome outcome : new Ingest(Settings.DEFAULT).read(page.getKey(), page.getValue())) {
        if (outcome instanceof Outcome.Read read) {
          alone.put(address(page.getKey()), read.report().text());
        }
      }
    }
    List<String> lines = new ArrayList<>();
    one(call, "packed record by record", true, pages, alone, lines);
    one(call, "not packed", false, pages, alone, lines);
    call.write(lines);
  }

  private static String address(String id) {
    return "http://localhost/" + id;
  }

  private static void one(
      Call call,
      String name,
      boolean packed,
      Map<String, byte[]> pages,
      Map<String, String> alone,
      List<String> lines)
      throws IOException {
    Random random = new Random(SEED);
    ByteArrayOutputStream archive = new ByteArrayOutputStream();
    Set<String> broken = new HashSet<>();
    int noise = 0;
    int n = 0;
    for (Map.Entry<String, byte[]> page : pages.entrySet()) {
      archive.writeBytes(member(address(page.getKey()), page.getValue(), packed, null, random));
      if (n++ % 3 == 0) {
        Damage[] all = Damage.values();
        Damage damage =
            packed
                ? all[(n / 3) % all.length]
                : List.of(Damage.NO_LENGTH, Damage.NOISE, Damage.LENGTH_TOO_LARGE).get(n / 3 % 3);
        String address = "http://localhost/broken/" + n;
        if (damage == Damage.NOISE) {
          noise++;
        } else {
          broken.add(address);
        }
        archive.writeBytes(member(address, page.getValue(), packed, damage, random));
      }
    }
    int right = 0;
    int other = 0;
    int told = 0;
    Set<String> named = new HashSet<>();
    long begin = System.nanoTime();
    List<Outcome> outcomes = new ArrayList<>();
    new Ingest(Settings.DEFAULT)
        .read("bench.warc", new ByteArrayInputStream(archive.toByteArray()), outcomes::add);
    double seconds = (System.nanoTime() - begin) / 1e9;
    for (Outcome outcome : outcomes) {
      String place = String.valueOf(outcome.place());
      lines.add(name + "\t" + place + "\t" + outcome.getClass().getSimpleName());
      if (outcome instanceof Outcome.Read read) {
        if (read.report().text().equals(alone.get(place))) {
          right++;
        } else {
          other++;
        }
      } else {
        told++;
        if (broken.contains(place)) {
          named.add(place);
        }
        lines.add("\t" + outcome);
      }
    }
    call.print()
        .println(
            String.format(
                Locale.ROOT,
                "%s: %d of %d good pages read as by themselves, %d other texts read; of %d broken"
                    + " members %d told, %d of %d that have an address by that address; %.1f s",
                name,
                right,
                alone.size(),
                other,
                broken.size() + noise,
                told,
                named.size(),
                broken.size(),
                seconds));
  }

  private static byte[] member(
      String address, byte[] page, boolean packed, @Nullable Damage damage, Random random)
      throws IOException {
    if (damage == Damage.NOISE) {
      byte[] noise = new byte[4000];
      random.nextBytes(noise);
      return noise;
    }
    byte[] http = join(bytes("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"), page);
    int length = damage == Damage.LENGTH_TOO_LARGE ? http.length + 5000 : http.length;
    byte[] record =
        join(
            bytes(
                "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: "
                    + address
                    + "\r\nContent-Type: application/http; msgtype=response\r\n"
                    + (damage == Damage.NO_LENGTH ? "" : "Content-Length: " + length + "\r\n")
                    + "\r\n"),
            http,
            bytes("\r\n\r\n"));
    if (!packed) {
      return record;
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(record);
    }
    byte[] member = out.toByteArray();
    if (damage == Damage.BITS_FLIPPED) {
      for (int i = 0; i < 40; i++) {
        member[member.length / 2 + i] ^= (byte) (1 + random.nextInt(255));
      }
    } else if (damage == Damage.END_CUT) {
      return Arrays.copyOf(member, member.length - 1 - random.nextInt(member.length / 2));
    } else if (damage == Damage.SUM_WRONG) {
      member[member.length - 6] ^= 0x11;
    }
    return member;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] join(byte[]... pieces) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] piece : pieces) {
      out.writeBytes(piece);
    }
    return out.toByteArray();
  }
}
