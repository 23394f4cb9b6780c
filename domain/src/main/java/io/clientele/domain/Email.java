package io.clientele.domain;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A mailbox, normalised (trimmed, composed, lower case) so that two spellings of it are equal: 64
 * characters before the {@code @} and 254 in all at most. Quoted local parts and address literals
 * of RFC 5321 are refused, letters of any script are taken. Prints masked: logs are public.
 */
public record Email(String value) {
  private static final int MAX = 254;
  private static final Pattern LOCAL =
      Pattern.compile("[\\p{L}\\p{M}\\p{N}!#$%&'*+/=?^_`{|}~.-]{1,64}+");
  private static final Pattern LABEL = Pattern.compile("[\\p{L}\\p{M}\\p{N}-]{1,63}+");

  public Email {
    value = Text.composed(Text.trimmed(value)).toLowerCase(Locale.ROOT);
    if (value.length() > MAX || !isMailbox(value)) {
      throw new InvalidValue("email", "must be a mailbox such as ada@example.com");
    }
  }

  /** The host alone. */
  @Override
  public String toString() {
    return "***" + value.substring(value.indexOf('@'));
  }

  private static boolean isMailbox(String text) {
    var at = text.lastIndexOf('@');
    return at > 0 && isLocal(text.substring(0, at)) && isHost(text.substring(at + 1));
  }

  private static boolean isLocal(String local) {
    return LOCAL.matcher(local).matches()
        && !local.startsWith(".")
        && !local.endsWith(".")
        && !local.contains("..");
  }

  private static boolean isHost(String host) {
    var labels = host.split("\\.", -1);
    for (var label : labels) {
      if (!LABEL.matcher(label).matches() || label.startsWith("-") || label.endsWith("-")) {
        return false;
      }
    }
    return labels.length > 1;
  }
}
