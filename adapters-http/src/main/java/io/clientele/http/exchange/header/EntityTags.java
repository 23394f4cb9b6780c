package io.clientele.http.exchange.header;

import io.clientele.http.exchange.problem.ValidationErrors;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.function.LongPredicate;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The tags of {@code If-Match} or {@code If-None-Match}. Opaque tags are compared, weak ones too: a
 * proxy that compresses marks ours as weak, and they name the same version.
 */
public final class EntityTags {
  private static final Pattern ONE = Pattern.compile("(?:W/)?\"([\\x21\\x23-\\x7e\\x80-\\xff]*)\"");
  private static final String SHAPE = "must be * or a list of entity tags such as \"7\"";

  private static final int TAG_BYTES = 16;

  private final boolean any;
  private final List<String> opaque;

  private EntityTags(boolean any, List<String> opaque) {
    this.any = any;
    this.opaque = opaque;
  }

  /** The tag of a version. */
  public static String of(long version) {
    return "\"" + version + "\"";
  }

  /** Returns the versions that {@code If-Match} expects: all, if the client sends none. */
  public static LongPredicate expected(Context http, ValidationErrors faults) {
    var tags = read(http, "If-Match", faults);
    return tags == null ? version -> true : tags::match;
  }

  /** The tag of a version, and of a number that changes without it. */
  public static String of(long version, long number) {
    return "\"" + version + "." + number + "\"";
  }

  /**
   * Returns the versions that {@code If-Match} expects; all, if the client sends none. The number
   * behind a version is not compared.
   */
  public static LongPredicate expectedVersions(Context http, ValidationErrors faults) {
    var tags = read(http, "If-Match", faults);
    return tags == null ? version -> true : tags::matchVersion;
  }

  private boolean matchVersion(long version) {
    var text = Long.toString(version);
    return any || opaque.stream().anyMatch(tag -> tag.equals(text) || tag.startsWith(text + "."));
  }

  /** Returns the versions that {@code If-None-Match} names: none, if the client sends none. */
  public static LongPredicate known(Context http, ValidationErrors faults) {
    var tags = read(http, "If-None-Match", faults);
    return tags == null ? version -> false : tags::match;
  }

  /** The tag of a response by its bytes. */
  public static String ofBytes(byte[] body) {
    try {
      var digest = MessageDigest.getInstance("SHA-256").digest(body);
      return "\"" + HexFormat.of().formatHex(digest, 0, TAG_BYTES) + "\"";
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /** An opaque tag of what these parts name, such as an id and a version. */
  public static String ofParts(Object... parts) {
    var text = Arrays.stream(parts).map(String::valueOf).collect(Collectors.joining(" "));
    return ofBytes(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Returns the tags that {@code If-Match} expects: all, if the client sends none. */
  public static Predicate<String> expectedTags(Context http, ValidationErrors faults) {
    var tags = read(http, "If-Match", faults);
    return tags == null ? tag -> true : tags::matchTag;
  }

  /** Returns the tags that {@code If-None-Match} names: none, if the client sends none. */
  public static Predicate<String> knownTags(Context http, ValidationErrors faults) {
    var tags = read(http, "If-None-Match", faults);
    return tags == null ? tag -> false : tags::matchTag;
  }

  private boolean matchTag(String tag) {
    return any || opaque.contains(tag.replace("\"", ""));
  }

  private boolean match(long version) {
    return any || opaque.contains(Long.toString(version));
  }

  private static @Nullable EntityTags read(Context http, String name, ValidationErrors faults) {
    if (http.req().getHeader(name) == null) {
      return null;
    }
    var tags = parse(String.join(",", Collections.list(http.req().getHeaders(name))));
    if (tags == null) {
      faults.header(name, SHAPE);
    }
    return tags;
  }

  static @Nullable EntityTags parse(String text) {
    if (text.strip().equals("*")) {
      return new EntityTags(true, List.of());
    }
    var opaque = new ArrayList<String>();
    var rest = text;
    var tag = ONE.matcher(rest);
    var at = 0;
    while (true) {
      at = skipBlanks(rest, at);
      if (at == rest.length()) {
        return opaque.isEmpty() ? null : new EntityTags(false, opaque);
      }
      if (rest.charAt(at) == ',') {
        at++;
        continue;
      }
      if (!tag.region(at, rest.length()).lookingAt()) {
        return null;
      }
      opaque.add(tag.group(1));
      at = skipBlanks(rest, tag.end());
      if (at < rest.length() && rest.charAt(at++) != ',') {
        return null;
      }
    }
  }

  private static int skipBlanks(String text, int from) {
    var at = from;
    while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
      at++;
    }
    return at;
  }
}
