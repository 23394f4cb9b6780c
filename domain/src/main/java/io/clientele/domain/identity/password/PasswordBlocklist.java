package io.clientele.domain.identity.password;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;

/**
 * The passwords that attackers try first: the 10,000 most common ones of 12 and more characters,
 * and those that a short pattern forms. Ignores case.
 */
final class PasswordBlocklist {
  private static final String LIST = "common-passwords.txt.gz";

  /** Longer units are not repeated or typed in sequence by habit. */
  private static final int UNIT_MAX = 8;

  private static final String[] SEQUENCES = {
    "abcdefghijklmnopqrstuvwxyz", "qwertyuiopasdfghjklzxcvbnm", "1234567890"
  };

  private PasswordBlocklist() {}

  /** Loaded once, when the first password is checked. */
  private static final class BlockedPasswords {
    private static final Set<String> ALL = read();
  }

  static boolean include(String password) {
    var folded = password.toLowerCase(Locale.ROOT);
    return isRepeated(folded) || isSequence(folded) || BlockedPasswords.ALL.contains(folded);
  }

  /** Whether the text repeats a short unit; the last repetition may be cut off. */
  private static boolean isRepeated(String text) {
    for (var unit = 1; unit <= Math.min(UNIT_MAX, text.length() / 2); unit++) {
      if (text.startsWith(text.substring(unit))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isSequence(String text) {
    var backwards = new StringBuilder(text).reverse().toString();
    for (var sequence : SEQUENCES) {
      var twice = sequence + sequence;
      if (twice.contains(text) || twice.contains(backwards)) {
        return true;
      }
    }
    return false;
  }

  private static Set<String> read() {
    try (var file = Objects.requireNonNull(PasswordBlocklist.class.getResourceAsStream(LIST));
        var text = new InputStreamReader(new GZIPInputStream(file), StandardCharsets.US_ASCII);
        var lines = new BufferedReader(text)) {
      return lines.lines().collect(Collectors.toUnmodifiableSet());
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
