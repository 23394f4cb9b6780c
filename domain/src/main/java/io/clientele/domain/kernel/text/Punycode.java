package io.clientele.domain.kernel.text;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Decodes Punycode (RFC 3492) of labels of at most 63 characters. */
final class Punycode {
  private static final int BASE = 36;
  private static final int T_LEAST = 1;
  private static final int T_MOST = 26;
  private static final int SKEW = 38;
  private static final int DAMP = 700;
  private static final int BIAS = 72;
  private static final int FIRST = 0x80;

  private Punycode() {}

  /** Returns null for a text that is not Punycode. */
  static @Nullable String decoded(String ascii) {
    var hyphen = ascii.lastIndexOf('-');
    var output = new StringBuilder(ascii.substring(0, Math.max(hyphen, 0)));
    var n = FIRST;
    var bias = BIAS;
    long i = 0;
    for (var in = hyphen + 1; in < ascii.length(); ) {
      var before = i;
      long weight = 1;
      for (var k = BASE; ; k += BASE) {
        var digit = in < ascii.length() ? digit(ascii.charAt(in++)) : -1;
        i += digit * weight;
        if (digit < 0 || i > Integer.MAX_VALUE) {
          return null;
        }
        var t = threshold(k, bias);
        if (digit < t) {
          break;
        }
        weight *= BASE - t;
      }
      var count = output.codePointCount(0, output.length()) + 1;
      bias = adapted(i - before, count, before == 0);
      n += (int) (i / count);
      i %= count;
      if (n > Character.MAX_CODE_POINT || Character.getType(n) == Character.SURROGATE) {
        return null;
      }
      output.insert(output.offsetByCodePoints(0, (int) i), Character.toString(n));
      i++;
    }
    return output.toString();
  }

  static String encoded(String label) {
    var input = label.codePoints().toArray();
    var output = new StringBuilder();
    Arrays.stream(input).filter(c -> c < FIRST).forEach(output::appendCodePoint);
    var basic = output.length();
    var handled = basic;
    if (basic > 0) {
      output.append('-');
    }
    long delta = 0;
    var bias = BIAS;
    for (var n = FIRST; handled < input.length; n++) {
      var least = n;
      var next = Arrays.stream(input).filter(c -> c >= least).min().getAsInt();
      delta += (long) (next - n) * (handled + 1);
      n = next;
      for (var c : input) {
        if (c < n) {
          delta++;
        } else if (c == n) {
          write(output, delta, bias);
          bias = adapted(delta, handled + 1, handled == basic);
          delta = 0;
          handled++;
        }
      }
      delta++;
    }
    return output.toString();
  }

  private static void write(StringBuilder output, long delta, int bias) {
    var q = delta;
    for (var k = BASE; ; k += BASE) {
      var t = threshold(k, bias);
      if (q < t) {
        output.append(Character.forDigit((int) q < 26 ? (int) q + 10 : (int) q - 26, BASE));
        return;
      }
      var digit = (int) (t + (q - t) % (BASE - t));
      output.append(Character.forDigit(digit < 26 ? digit + 10 : digit - 26, BASE));
      q = (q - t) / (BASE - t);
    }
  }

  private static int threshold(int k, int bias) {
    return Math.max(T_LEAST, Math.min(T_MOST, k - bias));
  }

  private static int digit(char c) {
    if (c >= 'a' && c <= 'z') {
      return c - 'a';
    }
    return c >= '0' && c <= '9' ? c - '0' + 26 : -1;
  }

  private static int adapted(long delta, int count, boolean isFirst) {
    var rest = isFirst ? delta / DAMP : delta / 2;
    rest += rest / count;
    var k = 0;
    while (rest > (BASE - T_LEAST) * T_MOST / 2) {
      rest /= BASE - T_LEAST;
      k += BASE;
    }
    return (int) (k + (BASE - T_LEAST + 1) * rest / (rest + SKEW));
  }
}
