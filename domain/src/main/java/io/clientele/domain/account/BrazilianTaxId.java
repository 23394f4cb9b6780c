package io.clientele.domain.account;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Checks CPF (11 digits) and CNPJ (14 characters, with letters among the first 12 since July 2026).
 * Check digits are computed modulo 11 with the weights of the Receita Federal; the value of a
 * character is its ASCII code less 48, as defined by Instrução Normativa RFB 2.229/2024.
 */
final class BrazilianTaxId {
  private static final Pattern CPF = Pattern.compile("[0-9]{11}");
  private static final Pattern CNPJ = Pattern.compile("[A-Z0-9]{12}[0-9]{2}");
  private static final String SPACES = "\\p{Zs}*+";
  private static final String DOT = SPACES + "\\.?+" + SPACES;
  private static final String SLASH = SPACES + "/?+" + SPACES;
  private static final String DASH = SPACES + "[-\\u2010-\\u2015\\u2212\\uFE63\\uFF0D]?+" + SPACES;
  private static final Pattern PUNCTUATED_CPF =
      Pattern.compile(String.join("([0-9]{3})", "", DOT, DOT, DASH) + "([0-9]{2})");
  private static final Pattern PUNCTUATED_CNPJ =
      Pattern.compile(
          "([A-Z0-9]{2})"
              + String.join("([A-Z0-9]{3})", DOT, DOT, SLASH)
              + "([A-Z0-9]{4})"
              + DASH
              + "([0-9]{2})");
  private static final int CPF_WEIGHTS = 11;
  private static final int CNPJ_WEIGHTS = 9;

  private BrazilianTaxId() {}

  /**
   * Removes the punctuation of the official form, of which any part may be absent, or a space. A
   * dash may be any of Unicode's, as word processors write them. Returns any other text unchanged.
   */
  static String bare(String value) {
    return Stream.of(PUNCTUATED_CPF, PUNCTUATED_CNPJ)
        .map(form -> form.matcher(value))
        .filter(Matcher::matches)
        .map(BrazilianTaxId::joined)
        .findFirst()
        .orElse(value);
  }

  static boolean isValid(String bare) {
    if (bare.chars().distinct().count() == 1) {
      return false;
    }
    return CPF.matcher(bare).matches() && endsWithChecks(bare, 9, CPF_WEIGHTS)
        || CNPJ.matcher(bare).matches() && endsWithChecks(bare, 12, CNPJ_WEIGHTS);
  }

  private static boolean endsWithChecks(String bare, int body, int weightMax) {
    return bare.charAt(body) == check(bare.substring(0, body), weightMax)
        && bare.charAt(body + 1) == check(bare.substring(0, body + 1), weightMax);
  }

  /** Weights run 2, 3, … from the right and start again at 2 after the greatest. */
  private static char check(String body, int weightMax) {
    var sum = 0;
    var weight = 2;
    for (var i = body.length() - 1; i >= 0; i--) {
      sum += (body.charAt(i) - '0') * weight;
      weight = weight == weightMax ? 2 : weight + 1;
    }
    var rest = sum % 11;
    return (char) ('0' + (rest < 2 ? 0 : 11 - rest));
  }

  private static String joined(Matcher parts) {
    return IntStream.rangeClosed(1, parts.groupCount())
        .mapToObj(parts::group)
        .collect(Collectors.joining());
  }
}
