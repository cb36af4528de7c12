package parley.ingest.fetch;

import java.net.IDN;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.security.Security;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Which addresses may be fetched. A name is resolved here and all that it stands for is looked at.
 * The client resolves it once more when it connects; since this virtual machine keeps what it
 * resolved ({@link #KEPT_SECONDS}), it gets the same answer, and a server of names that changes its
 * answer in between gains nothing.
 */
final class Addresses {

  /** How long this machine keeps what a name stands for. */
  private static final int KEPT_SECONDS = 3600;

  static {
    // Read once by the JDK, at the first name that is resolved.
    Security.setProperty("networkaddress.cache.ttl", Integer.toString(KEPT_SECONDS));
  }

  private Addresses() {}

  /** What is wrong with an address. */
  static final class ForbiddenException extends Exception {
    private static final long serialVersionUID = 1L;
    private final String mend;

    ForbiddenException(String what, String mend) {
      super(what);
      this.mend = mend;
    }

    String mend() {
      return mend;
    }
  }

  /**
   * The address of a document, checked.
   *
   * @throws ForbiddenException if it is none that may be fetched
   */
  static URI check(String url, boolean allowPrivate) throws ForbiddenException {
    URI uri = parse(url);
    String host = uri.getHost();
    InetAddress[] all;
    try {
      all = InetAddress.getAllByName(host);
    } catch (UnknownHostException e) {
      throw new ForbiddenException(
          "names a host that is not known: " + host, "check the address and the connection");
    }
    if (!allowPrivate) {
      for (InetAddress one : all) {
        if (isPrivate(one)) {
          throw new ForbiddenException(
              "leads to a private or local address (" + one.getHostAddress() + ")",
              "say --allow-private if that is meant");
        }
      }
    }
    return uri;
  }

  private static URI parse(String url) throws ForbiddenException {
    URI uri;
    try {
      uri = new URI(encoded(url.strip()));
    } catch (URISyntaxException e) {
      throw new ForbiddenException("is no address: " + e.getReason(), "check the address");
    }
    String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
    if (!scheme.equals("http") && !scheme.equals("https")) {
      throw new ForbiddenException(
          "is no address of the web (" + (scheme.isEmpty() ? "no scheme" : scheme + ":") + ")",
          "only http: and https: are fetched");
    }
    if (uri.getUserInfo() != null) {
      throw new ForbiddenException("holds a name or password", "give the address without it");
    }
    String host = uri.getHost() == null ? ascii(uri.getRawAuthority()) : uri.getHost();
    if (host == null || host.isEmpty()) {
      throw new ForbiddenException("names no host", "check the address");
    }
    String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
    String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
    String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
    try {
      return new URI(scheme + "://" + host + port + path + query);
    } catch (URISyntaxException e) {
      throw new ForbiddenException("is no address: " + e.getReason(), "check the address");
    }
  }

  /** With those characters escaped that people and pages leave as they are. */
  private static String encoded(String url) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < url.length(); i++) {
      char c = url.charAt(i);
      if (c <= ' ' || "\"<>\\^`{|}".indexOf(c) >= 0) {
        out.append(String.format(Locale.ROOT, "%%%02X", (int) c));
      } else {
        out.append(c);
      }
    }
    return out.toString();
  }

  private static @Nullable String ascii(@Nullable String authority) {
    if (authority == null || authority.indexOf('@') >= 0) {
      return null;
    }
    try {
      return IDN.toASCII(authority);
    } catch (IllegalArgumentException noName) {
      return null;
    }
  }

  /** Whether an address is of this computer, of a private network, or of no host at all. */
  static boolean isPrivate(InetAddress address) {
    if (address.isAnyLocalAddress()
        || address.isLoopbackAddress()
        || address.isLinkLocalAddress()
        || address.isSiteLocalAddress()
        || address.isMulticastAddress()) {
      return true;
    }
    byte[] b = address.getAddress();
    if (address instanceof Inet4Address) {
      return isPrivate4(b, 0);
    }
    int first = at(b, 0);
    if ((first & 0xfe) == 0xfc) {
      return true;
    }
    // Addresses that hold an IPv4 address: mapped, compatible, 6to4, NAT64, Teredo.
    boolean zeros = zeros(b, 0, 10);
    if (zeros && (at(b, 10) == 0xff && at(b, 11) == 0xff || zeros(b, 10, 12))) {
      return isPrivate4(b, 12);
    }
    if (first == 0x20 && at(b, 1) == 0x02) {
      return isPrivate4(b, 2);
    }
    if (first == 0x00 && at(b, 1) == 0x64 && at(b, 2) == 0xff && at(b, 3) == 0x9b) {
      return isPrivate4(b, 12);
    }
    return first == 0x20 && at(b, 1) == 0x01 && at(b, 2) == 0 && at(b, 3) == 0
        || first == 0x20 && at(b, 1) == 0x01 && at(b, 2) == 0x0d && at(b, 3) == 0xb8;
  }

  private static boolean isPrivate4(byte[] b, int at) {
    int first = at(b, at);
    int second = at(b, at + 1);
    return first == 0
        || first == 10
        || first == 127
        || first >= 224
        || first == 100 && (second & 0xc0) == 64
        || first == 169 && second == 254
        || first == 172 && (second & 0xf0) == 16
        || first == 192 && second == 168
        || first == 192 && second == 0 && (at(b, at + 2) == 0 || at(b, at + 2) == 2)
        || first == 198 && (second & 0xfe) == 18
        || first == 198 && second == 51 && at(b, at + 2) == 100
        || first == 203 && second == 0 && at(b, at + 2) == 113;
  }

  private static boolean zeros(byte[] b, int from, int to) {
    for (int i = from; i < to; i++) {
      if (b[i] != 0) {
        return false;
      }
    }
    return true;
  }

  private static int at(byte[] b, int i) {
    return b[i] & 0xff;
  }
}
