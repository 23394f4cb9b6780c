package io.clientele.apikit.fuzz;

import java.util.List;
import java.util.random.RandomGenerator;

/** Texts that have broken other services. */
final class HostileValues {
  private static final List<String> TEXTS =
      List.of(
          "",
          " ",
          "null",
          "true",
          "-1",
          "0",
          "201",
          "1e309",
          "NaN",
          "9223372036854775808",
          "99999999999999999999999999999999999999999999999999999999999999999",
          "' OR '1'='1",
          "'; DROP TABLE account; --",
          "1) UNION SELECT version() --",
          "${jndi:ldap://127.0.0.1/a}",
          "{{7*7}}",
          "%s%n%x",
          "<script>alert(1)</script>",
          "=cmd|' /C calc'!A0",
          "../../../../etc/passwd",
          "..%2f..%2f",
          "%00",
          "%ff",
          "%",
          "%zz",
          "\u0000",
          "\u0007\u001b[31m",
          "a\u2028b",
          "\u202eabc",
          "\ufeff",
          "\ud83d\ude00",
          "e\u0301",
          "\uff1cscript\uff1e",
          "İ",
          "ﬀ",
          "0199f3b2-7c00-7000-8000-000000000001",
          "0199F3B2-7C00-7000-8000-000000000001",
          "00000000-0000-0000-0000-000000000000",
          "2026-02-30T00:00:00Z",
          "2026-11-20T24:00:00Z",
          "+1000000000-01-01T00:00:00Z",
          "0000-01-01T00:00:00Z",
          "2026-11-20T12:00:00+25:00",
          "\"1\", W/\"2\", *",
          "*",
          "[]",
          "{}",
          "(((((((((((((((((((((((((((((a",
          "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!");

  private HostileValues() {}

  /** Returns a hostile value, noise, or a long run of one character. */
  static String text(RandomGenerator random) {
    return switch (random.nextInt(8)) {
      case 0 -> noise(random, 1 + random.nextInt(40));
      case 1 -> Character.toString(random.nextInt(32, 0x3000)).repeat(random.nextInt(1, 600));
      default -> TEXTS.get(random.nextInt(TEXTS.size()));
    };
  }

  /** A number of JSON's grammar: any sign, length, fraction and exponent. */
  static String number(RandomGenerator random) {
    var number = new StringBuilder(random.nextBoolean() ? "-" : "");
    number.append(random.nextInt(4) == 0 ? "0" : "1" + digits(random));
    if (random.nextBoolean()) {
      number.append('.').append(digits(random)).append('5');
    }
    if (random.nextInt(3) > 0) {
      number.append(random.nextBoolean() ? "e" : "E-").append(exponent(random));
    }
    return number.toString();
  }

  private static String exponent(RandomGenerator random) {
    return switch (random.nextInt(4)) {
      case 0 -> Long.toString(Integer.MAX_VALUE + random.nextLong(-2, 3));
      case 1 -> "9" + digits(random);
      default -> Integer.toString(random.nextInt(400));
    };
  }

  private static String digits(RandomGenerator random) {
    return Integer.toString(random.nextInt(10))
        .repeat(random.nextInt(random.nextBoolean() ? 4 : 70));
  }

  /** Any characters, unpaired surrogates too. */
  static String noise(RandomGenerator random, int length) {
    var noise = new StringBuilder();
    for (var i = 0; i < length; i++) {
      noise.append((char) random.nextInt(random.nextBoolean() ? 0x80 : 0x10000));
    }
    return noise.toString();
  }
}
