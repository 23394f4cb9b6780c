package io.clientele.persistence.identity;

import io.clientele.domain.identity.DisplayName;
import io.clientele.domain.identity.OperatorId;
import io.clientele.domain.identity.Role;
import io.clientele.domain.identity.operator.Operator;
import io.clientele.domain.identity.operator.OperatorProfile;
import io.clientele.domain.identity.operator.OperatorProfile.Status;
import io.clientele.domain.kernel.text.Email;
import io.clientele.persistence.jdbc.Timestamps;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** An operator as a row, and what rows of identity share. */
final class OperatorRow {
  /** The columns of {@link #read}, in order. */
  static final String COLUMNS =
      """
      operator.id, operator.version, operator.status, operator.name, operator.email, operator.roles,
      operator.created_at, operator.last_sign_in_at, operator.generation, operator.password_change_required\
      """;

  /** The number of columns. */
  static final int WIDTH = 10;

  private OperatorRow() {}

  static Operator read(ResultSet row) throws SQLException {
    return new Operator(
        new OperatorId(row.getObject(1, UUID.class)),
        new OperatorProfile(
            new DisplayName(row.getString(4)),
            new Email(row.getString(5)),
            roles(row, 6),
            Status.valueOf(row.getString(3))),
        Timestamps.instant(row, 7),
        Timestamps.instantOrNull(row, 8),
        row.getLong(9),
        row.getBoolean(10),
        row.getLong(2));
  }

  static Set<Role> roles(ResultSet row, int column) throws SQLException {
    return Arrays.stream((String[]) row.getArray(column).getArray())
        .map(Role::valueOf)
        .collect(Collectors.toUnmodifiableSet());
  }

  static String[] names(Set<Role> roles) {
    return roles.stream().sorted().map(Role::name).toArray(String[]::new);
  }
}
