package io.clientele.http.exchange.header;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Names the family of a browser and of its system by a {@code User-Agent} header, without versions,
 * so that an update of either changes nothing.
 */
public final class BrowserFamily {
  private static final String OTHER = "other";

  /** A browser also names those that it descends from, so the first match decides. */
  private static final List<Family> BROWSERS =
      List.of(
          new Family("edge", "edg/", "edga/", "edgios/"),
          new Family("opera", "opr/", "opera"),
          new Family("samsung", "samsungbrowser/"),
          new Family("firefox", "firefox/", "fxios/"),
          new Family("chrome", "chrome/", "chromium/", "crios/"),
          new Family("safari", "safari/"));

  /** Android and iOS also name the system that they descend from. */
  private static final List<Family> SYSTEMS =
      List.of(
          new Family("android", "android"),
          new Family("ios", "iphone", "ipad"),
          new Family("windows", "windows"),
          new Family("mac", "mac os x", "macintosh"),
          new Family("chromeos", "cros "),
          new Family("linux", "linux"));

  private BrowserFamily() {}

  private record Family(String name, List<String> marks) {
    Family(String name, String... marks) {
      this(name, List.of(marks));
    }
  }

  /**
   * Returns for example {@code firefox linux}.
   *
   * @param header null for a request without one
   */
  public static String of(@Nullable String header) {
    var text = header == null ? "" : header.toLowerCase(Locale.ROOT);
    return first(BROWSERS, text) + " " + first(SYSTEMS, text);
  }

  private static String first(List<Family> families, String text) {
    return families.stream()
        .filter(family -> family.marks.stream().anyMatch(text::contains))
        .map(Family::name)
        .findFirst()
        .orElse(OTHER);
  }
}
