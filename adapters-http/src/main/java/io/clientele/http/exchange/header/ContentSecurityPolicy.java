package io.clientele.http.exchange.header;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Builds every Content-Security-Policy header. */
public final class ContentSecurityPolicy {
  /** The policy of responses that are not pages. */
  public static final String NOTHING = "default-src 'none'; frame-ancestors 'none'";

  private ContentSecurityPolicy() {}

  /**
   * Returns the policy of a page. It allows what comes from this service and the inline elements of
   * the page, each by its digest. Injected scripts do not run.
   *
   * @param html the page, as it is served
   * @param styles further style elements, word for word, that its script makes
   */
  public static String of(String html, String... styles) {
    return "default-src 'self'"
        + (html.contains("\"data:") ? "; img-src 'self' data:" : "")
        + source("script", inside(html, "script"))
        + source("style", Stream.concat(inside(html, "style"), Arrays.stream(styles)))
        + "; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
  }

  /**
   * Returns the policy of a page that has no inline element, and calls these other origins beside
   * this service.
   *
   * @param origins such as {@code https://id.example.com}
   */
  public static String calling(Collection<String> origins) {
    var policy = of("");
    return origins.isEmpty()
        ? policy
        : policy + "; connect-src 'self' " + String.join(" ", new TreeSet<>(origins));
  }

  private static Stream<String> inside(String html, String element) {
    return Pattern.compile("(?s)<" + element + ">(.*?)</" + element + ">")
        .matcher(html)
        .results()
        .map(found -> found.group(1));
  }

  /** Empty without inline elements: resources of this service are allowed already. */
  private static String source(String element, Stream<String> texts) {
    var digests =
        texts
            .distinct()
            .map(text -> " 'sha256-" + digest(text) + "'")
            .collect(Collectors.joining());
    return digests.isEmpty() ? "" : "; " + element + "-src 'self'" + digests;
  }

  private static String digest(String text) {
    try {
      var sha256 = MessageDigest.getInstance("SHA-256");
      return Base64.getEncoder()
          .encodeToString(sha256.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }
}
