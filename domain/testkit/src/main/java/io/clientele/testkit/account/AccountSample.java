package io.clientele.testkit.account;

import io.clientele.domain.account.Account;
import io.clientele.domain.account.ClientName;
import io.clientele.domain.account.Profile;
import io.clientele.domain.account.TaxId;
import io.clientele.domain.kernel.Change;
import io.clientele.domain.kernel.text.Metadata;
import io.clientele.testkit.kernel.Sample;
import java.util.Locale;
import java.util.Map;

/** A sample with accounts. All tax ids differ. */
public final class AccountSample extends Sample {
  private static final String CNPJ_ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

  /** Creates the sample of this seed. */
  public AccountSample(long seed) {
    super(seed);
  }

  /** Returns a name that several accounts may share. */
  public ClientName name() {
    return new ClientName(personName());
  }

  /** Returns the tax id of a person in Brazil, with its check digits. */
  public TaxId cpf() {
    var body = digits(number(), 9);
    return new TaxId("BR", withChecks(body, 11));
  }

  /** Returns the tax id of a company in Brazil, with letters, which are allowed since July 2026. */
  public TaxId cnpj() {
    var body = new StringBuilder("AZ").append(digits(number(), 6));
    for (var i = 0; i < 4; i++) {
      body.append(CNPJ_ALPHABET.charAt(random().nextInt(CNPJ_ALPHABET.length())));
    }
    return new TaxId("BR", withChecks(body.toString(), 9));
  }

  /** Returns a profile with all parts. */
  public Profile profile() {
    var metadata = new Metadata(Map.of("segment", "retail", "since", "day " + number()));
    return new Profile(name(), email(), cpf(), metadata);
  }

  /** Returns a profile of this name without tax id or metadata. */
  public Profile named(String name) {
    return new Profile(new ClientName(name), email(), null, Metadata.NONE);
  }

  /** Opens a new account, not stored yet. */
  public Change<Account> opening() {
    return opening(profile());
  }

  /** Opens a new account of this profile, not stored yet. */
  public Change<Account> opening(Profile profile) {
    return Account.open(id(), profile, act());
  }

  /** Returns 1, the number and filling digits: all results differ and none repeats one digit. */
  private static String digits(long number, int length) {
    return "1" + String.format(Locale.ROOT, "%0" + (length - 1) + "d", number);
  }

  /** Appends both check digits: weights run 2, 3, … from the right, up to the greatest. */
  private static String withChecks(String body, int weightMax) {
    var first = body + check(body, weightMax);
    return first + check(first, weightMax);
  }

  private static int check(String body, int weightMax) {
    var sum = 0;
    for (var i = 0; i < body.length(); i++) {
      var weight = 2 + i % (weightMax - 1);
      sum += weight * (body.charAt(body.length() - 1 - i) - '0');
    }
    var rest = sum % 11;
    return rest < 2 ? 0 : 11 - rest;
  }
}
