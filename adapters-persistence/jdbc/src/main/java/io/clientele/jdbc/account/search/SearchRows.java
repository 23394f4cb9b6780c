package io.clientele.jdbc.account.search;

import io.clientele.domain.account.ClientName;
import io.clientele.domain.account.ExactTerm;
import io.clientele.domain.account.Profile;
import io.clientele.domain.account.TaxId;
import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.kernel.text.Email;
import io.clientele.domain.kernel.text.Folding;
import io.clientele.domain.kernel.text.Metadata;
import io.clientele.jdbc.transaction.Statements;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes the values by which an account is sorted and found, in the transaction of its change. */
public final class SearchRows {
  private static final String FOLD =
      "UPDATE clientele_account SET name_folded = ?, email_folded = ?, name_key = ? WHERE id = ?";
  private static final String ADD_TERM =
      "INSERT INTO clientele_account_term (account_id, term) VALUES (?, ?)";
  private static final String DROP_TERMS =
      "DELETE FROM clientele_account_term WHERE account_id = ?";
  private static final String UNFOLDED =
      """
      SELECT id, name, email, tax_country, tax_value FROM clientele_account
      WHERE name IS NOT NULL AND name_key IS NULL
      """;
  private static final String METADATA =
      "SELECT name, content FROM clientele_account_metadata WHERE account_id = ?";

  private SearchRows() {}

  /** Replaces the values of an account by those of a profile. */
  public static void put(Statements sql, AccountId account, Profile profile) throws SQLException {
    var id = account.toString();
    var name = Folding.folded(profile.name().value());
    sql.update(FOLD, name, Folding.folded(profile.email().value()), key(name), id);
    sql.update(DROP_TERMS, id);
    var terms = new ArrayList<List<@Nullable Object>>();
    for (var term : ExactTerm.termsOf(profile)) {
      var row = new ArrayList<@Nullable Object>();
      row.add(id);
      row.add(term);
      terms.add(row);
    }
    sql.batch(ADD_TERM, terms);
  }

  /** Removes the values of an erased account. */
  public static void erase(Statements sql, AccountId account) throws SQLException {
    sql.update(FOLD, null, null, null, account.toString());
    sql.update(DROP_TERMS, account.toString());
  }

  /** Adds the values of accounts that were stored before there were lists. */
  public static void fill(Statements sql) throws SQLException {
    var profiles = new HashMap<AccountId, Profile>();
    sql.each(
        UNFOLDED,
        row -> {
          var country = row.getString(4);
          profiles.put(
              AccountId.parse(row.getString(1)),
              new Profile(
                  new ClientName(row.getString(2)),
                  new Email(row.getString(3)),
                  country == null ? null : new TaxId(country, row.getString(5)),
                  Metadata.NONE));
        });
    for (var each : profiles.entrySet()) {
      var metadata = new HashMap<String, String>();
      sql.each(
          METADATA,
          row -> metadata.put(row.getString(1), row.getString(2)),
          each.getKey().toString());
      var bare = each.getValue();
      put(
          sql,
          each.getKey(),
          new Profile(bare.name(), bare.email(), bare.taxId(), new Metadata(metadata)));
    }
  }

  /** Returns a folded name as it is compared. */
  static byte[] key(String folded) {
    return folded.getBytes(StandardCharsets.UTF_8);
  }

  /** Returns the folded name of a key. */
  static String folded(byte[] key) {
    return new String(key, StandardCharsets.UTF_8);
  }
}
