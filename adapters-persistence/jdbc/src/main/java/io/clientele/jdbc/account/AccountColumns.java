package io.clientele.jdbc.account;

import static io.clientele.jdbc.transaction.Statements.instant;
import static io.clientele.jdbc.transaction.Statements.micros;

import io.clientele.domain.account.Account;
import io.clientele.domain.account.Account.Status;
import io.clientele.domain.account.ClientName;
import io.clientele.domain.account.Profile;
import io.clientele.domain.account.TaxId;
import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.kernel.text.Email;
import io.clientele.domain.kernel.text.Metadata;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The columns of an account, as they are written and read. */
final class AccountColumns {
  /** The columns that {@link #read} reads, in order. */
  static final String ALL =
      "version, status, created_at, updated_at, name, email, email_verified, tax_country,"
          + " tax_value";

  private AccountColumns() {}

  /** The values that a change may replace, in the order of the statements. */
  static List<@Nullable Object> changeable(Account account) {
    var profile = account.profile();
    var values = new ArrayList<@Nullable Object>();
    values.add(account.status().name());
    values.add(micros(account.updatedAt()));
    values.add(profile.name().value());
    values.add(profile.email().value());
    values.add(profile.emailVerified() ? 1 : 0);
    values.add(country(profile));
    values.add(value(profile));
    return values;
  }

  static @Nullable String country(Profile profile) {
    var taxId = profile.taxId();
    return taxId == null ? null : taxId.country();
  }

  static @Nullable String value(Profile profile) {
    var taxId = profile.taxId();
    return taxId == null ? null : taxId.value();
  }

  /** Reads a row; null if its account is erased. */
  static @Nullable Account read(AccountId id, ResultSet row, Map<String, String> metadata)
      throws SQLException {
    return row.getString(5) == null ? null : present(id, row, metadata);
  }

  /** Reads the row of an account that is not erased. */
  static Account present(AccountId id, ResultSet row, Map<String, String> metadata)
      throws SQLException {
    return new Account(
        id,
        profile(row, metadata),
        Status.valueOf(row.getString(2)),
        instant(row.getLong(3)),
        instant(row.getLong(4)),
        row.getLong(1));
  }

  /** Returns the account with these metadata. */
  static Account with(Account account, Map<String, String> metadata) {
    var profile = account.profile();
    return new Account(
        account.id(),
        new Profile(
            profile.name(),
            profile.email(),
            profile.taxId(),
            new Metadata(metadata),
            profile.emailVerified()),
        account.status(),
        account.createdAt(),
        account.updatedAt(),
        account.version());
  }

  private static Profile profile(ResultSet row, Map<String, String> metadata) throws SQLException {
    var country = row.getString(8);
    return new Profile(
        new ClientName(row.getString(5)),
        new Email(row.getString(6)),
        country == null ? null : new TaxId(country, row.getString(9)),
        new Metadata(metadata),
        row.getLong(7) == 1);
  }
}
