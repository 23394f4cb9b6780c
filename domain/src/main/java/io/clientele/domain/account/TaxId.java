package io.clientele.domain.account;

import io.clientele.domain.kernel.InvalidValue;
import io.clientele.domain.kernel.InvalidValue.Fault;
import io.clientele.domain.kernel.text.TextRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A client's tax number in one country, stored without punctuation and in upper case.
 *
 * <p>{@code BR} takes a CPF or a CNPJ, with or without punctuation, and verifies its check digits;
 * other countries take 4 to 20 ASCII letters and digits without separators. Printed masked.
 *
 * @param country ISO 3166-1 alpha-2, in upper case
 */
public record TaxId(String country, String value) {
  private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
  private static final Pattern ELSEWHERE = Pattern.compile("[A-Z0-9]{4,20}");
  private static final int RAW_MAX = 40;

  public TaxId {
    Objects.requireNonNull(country, "country");
    Objects.requireNonNull(value, "value");
    var faults = new ArrayList<Fault>();
    if (!COUNTRIES.contains(country)) {
      faults.add(new Fault("taxId/country", "must be an ISO 3166 code such as BR"));
    }
    value = TextRules.trimmed(value);
    value = value.length() > RAW_MAX ? value : upper(value);
    if (country.equals("BR")) {
      value = bare(value, faults);
    } else if (!ELSEWHERE.matcher(value).matches()) {
      faults.add(new Fault("taxId/value", "must be 4 to 20 letters A-Z or digits"));
    }
    if (!faults.isEmpty()) {
      throw new InvalidValue(faults);
    }
  }

  /** Prints the country alone. */
  @Override
  public String toString() {
    return country + " ***";
  }

  /** Changes ASCII letters only: the upper case of another letter may be two letters. */
  private static String upper(String text) {
    var upper = new StringBuilder(text);
    for (var i = 0; i < text.length(); i++) {
      var c = text.charAt(i);
      if (c >= 'a' && c <= 'z') {
        upper.setCharAt(i, (char) (c - 'a' + 'A'));
      }
    }
    return upper.toString();
  }

  private static String bare(String value, List<Fault> faults) {
    var bare = value.length() > RAW_MAX ? value : BrazilianTaxId.bare(value);
    if (!BrazilianTaxId.isValid(bare)) {
      faults.add(new Fault("taxId/value", "must be a CPF or CNPJ with right check digits"));
    }
    return bare;
  }
}
