package io.clientele.domain.kernel.text;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Normalises host names: lower case, compatibility characters mapped as in UTS #46
 * (nontransitional: ß and ς stay), and Unicode in place of Punycode. A label that begins with
 * {@code xn--} and is no valid Punycode stays unchanged.
 */
final class HostName {
  private static final int LABEL_MAX = 63;
  private static final int HOST_MAX = 253;
  private static final Pattern LABEL =
      Pattern.compile("[\\p{L}\\p{N}](?:[\\p{L}\\p{M}\\p{N}-]*+(?<!-))?+");
  private static final Pattern NUMBER = Pattern.compile("\\p{Nd}++|0x[0-9a-f]*+");
  private static final String PREFIX = "xn--";

  private HostName() {}

  /** Returns null for a text that is not a host name of at least two labels. */
  static @Nullable String normalised(String raw) {
    if (raw.length() > HOST_MAX * TextRules.EXPANSION
        || TextRules.composed(raw).length() > HOST_MAX) {
      return null;
    }
    var labels = new ArrayList<String>();
    for (var mapped : mapped(raw).split("[.\u3002]", -1)) {
      var label = unicode(mapped);
      if (octets(label) > LABEL_MAX || !LABEL.matcher(label).matches()) {
        return null;
      }
      labels.add(label);
    }
    var isAddress = NUMBER.matcher(labels.get(labels.size() - 1)).matches();
    return labels.size() < 2 || isAddress ? null : String.join(".", labels);
  }

  private static String mapped(String raw) {
    var compatible = Normalizer.normalize(raw, Normalizer.Form.NFKC);
    return Normalizer.normalize(lower(compatible), Normalizer.Form.NFKC);
  }

  /** Lowers each code point by itself: {@code String.toLowerCase} changes a final sigma. */
  private static String lower(String text) {
    var lower = new StringBuilder(text.length());
    text.codePoints()
        .mapToObj(c -> Character.toString(c).toLowerCase(Locale.ROOT))
        .forEach(lower::append);
    return lower.toString();
  }

  private static String unicode(String label) {
    if (!label.startsWith(PREFIX) || label.length() > LABEL_MAX) {
      return label;
    }
    var decoded = Punycode.decoded(label.substring(PREFIX.length()));
    var isStable =
        decoded != null
            && !isAscii(decoded)
            && TextRules.composed(decoded).length() <= LABEL_MAX
            && LABEL.matcher(decoded).matches()
            && mapped(decoded).equals(decoded)
            && label.equals(PREFIX + Punycode.encoded(decoded));
    return isStable && decoded != null ? decoded : label;
  }

  private static int octets(String label) {
    return isAscii(label) || label.length() > LABEL_MAX
        ? label.length()
        : PREFIX.length() + Punycode.encoded(label).length();
  }

  private static boolean isAscii(String label) {
    return label.chars().allMatch(c -> c < 0x80);
  }
}
