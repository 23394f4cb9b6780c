package io.clientele.domain.kernel.text;

import io.clientele.domain.kernel.InvalidValue;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An e-mail address, normalised so that two spellings of it are equal: trimmed, composed (NFC), in
 * lower case, its host in Unicode ({@link HostName}). Has at most 64 characters before the
 * {@code @} and 254 in all. Refuses quoted local parts and address literals of RFC 5321, and hosts
 * whose last label is a number; takes letters of any script. Printed masked, because logs are read
 * by many.
 */
public record Email(String value) {
  private static final int MAX = 254;
  private static final Pattern LOCAL =
      Pattern.compile("[\\p{L}\\p{M}\\p{N}!#$%&'*+/=?^_`{|}~.-]{1,64}+");

  public Email {
    Objects.requireNonNull(value, "value");
    var mailbox = mailbox(value);
    if (mailbox == null) {
      throw new InvalidValue("email", "must be a mailbox such as ada@example.com");
    }
    value = mailbox;
  }

  /** Prints the host alone. */
  @Override
  public String toString() {
    return "***" + value.substring(value.indexOf('@'));
  }

  private static @Nullable String mailbox(String raw) {
    var trimmed = TextRules.trimmed(raw);
    var at = trimmed.lastIndexOf('@');
    if (at < 1 || trimmed.length() > MAX * TextRules.EXPANSION) {
      return null;
    }
    var local = local(trimmed.substring(0, at));
    var host = HostName.normalised(trimmed.substring(at + 1));
    var mailbox = local + "@" + host;
    var fits = host != null && mailbox.codePointCount(0, mailbox.length()) <= MAX;
    return fits && isLocal(local) ? mailbox : null;
  }

  /** Returns the lower case; both lower-case forms of sigma become one letter. */
  private static String local(String raw) {
    var lower = TextRules.composed(raw).toLowerCase(Locale.ROOT).replace('ς', 'σ');
    return TextRules.composed(lower);
  }

  private static boolean isLocal(String local) {
    return LOCAL.matcher(local).matches()
        && !local.startsWith(".")
        && !local.endsWith(".")
        && !local.contains("..");
  }
}
