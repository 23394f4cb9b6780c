package io.clientele.persistence.account;

import io.clientele.domain.account.Account;
import io.clientele.domain.account.Account.Status;
import io.clientele.domain.account.Accounts.Found;
import io.clientele.domain.account.ClientName;
import io.clientele.domain.account.Profile;
import io.clientele.domain.account.TaxId;
import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.kernel.text.Email;
import io.clientele.domain.kernel.text.Metadata;
import io.clientele.persistence.jdbc.Timestamps;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.UUID;

/** Reads an account from a row. */
final class AccountRow {
  /** The columns of {@link #read}, in order. */
  static final String COLUMNS =
      "id, version, status, created_at, updated_at, name, email, tax_country, tax_value, metadata,"
          + " email_verified";

  /** The columns with a table prefix, for joins. */
  static final String COLUMNS_OF_ACCOUNT = "account." + COLUMNS.replace(", ", ", account.");

  /** The number of columns. */
  static final int WIDTH = 11;

  private AccountRow() {}

  static AccountId id(ResultSet row) throws SQLException {
    return new AccountId(row.getObject(1, UUID.class));
  }

  /** A row without a name is that of an erased account. */
  static Found found(ResultSet row) throws SQLException {
    return row.getString(6) == null ? new Found.Erased(id(row)) : new Found.Present(read(row));
  }

  static Account read(ResultSet row) throws SQLException {
    return new Account(
        id(row),
        profile(row),
        Status.valueOf(row.getString(3)),
        Timestamps.instant(row, 4),
        Timestamps.instant(row, 5),
        row.getLong(2));
  }

  private static Profile profile(ResultSet row) throws SQLException {
    var country = row.getString(8);
    return new Profile(
        new ClientName(row.getString(6)),
        new Email(row.getString(7)),
        country == null ? null : new TaxId(country, row.getString(9)),
        metadata((String[]) row.getArray(10).getArray()),
        row.getBoolean(11));
  }

  private static Metadata metadata(String[] pairs) {
    if (pairs.length == 0) {
      return Metadata.NONE;
    }
    var entries = new HashMap<String, String>();
    for (var i = 0; i < pairs.length; i += 2) {
      entries.put(pairs[i], pairs[i + 1]);
    }
    return new Metadata(entries);
  }
}
