package io.clientele.persistence.identity;

import io.clientele.domain.identity.OperatorId;
import io.clientele.domain.identity.SessionId;
import io.clientele.domain.identity.operator.Operator;
import io.clientele.domain.identity.operator.OperatorPage;
import io.clientele.domain.identity.operator.Operators;
import io.clientele.domain.identity.password.PasswordHash;
import io.clientele.domain.kernel.AuditEntry;
import io.clientele.domain.kernel.Change;
import io.clientele.domain.kernel.text.Email;
import io.clientele.persistence.change.AuditAppender;
import io.clientele.persistence.change.ChangeStore;
import io.clientele.persistence.jdbc.Database;
import io.clientele.persistence.jdbc.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Operators in PostgreSQL. Their changes, which are few, are made one after the other. */
public final class JdbcOperators implements Operators {
  private static final UUID NONE = new UUID(0, 0);

  private static final String FIND =
      "SELECT " + OperatorRow.COLUMNS + " FROM operator WHERE id = ? AND status <> 'REMOVED'";

  private static final String CREDENTIALS =
      "SELECT " + OperatorRow.COLUMNS + ", password_hash FROM operator WHERE email = ?";

  private static final String LIST =
      "SELECT "
          + OperatorRow.COLUMNS
          + " FROM operator WHERE id > ? AND status <> 'REMOVED' ORDER BY id LIMIT ?";

  private static final String HAS_ADMIN =
      "SELECT EXISTS (SELECT FROM operator WHERE status = 'ACTIVE' AND 'ADMIN' = ANY (roles))";

  /** Or two admins that demote each other at once would leave none. */
  private static final String ALONE =
      "SELECT pg_advisory_xact_lock(hashtext('clientele operators'))";

  private final Sql sql;
  private final AuditAppender audit;

  /** Operators of this database. */
  public JdbcOperators(Database database, ChangeStore changes) {
    this.sql = database.requests();
    this.audit = changes.audit();
  }

  @Override
  public Optional<Operator> find(OperatorId id) {
    return sql.list(FIND, OperatorRow::read, id.value()).stream().findFirst();
  }

  @Override
  public Optional<Credentials> credentials(Email email) {
    return sql
        .list(
            CREDENTIALS,
            row ->
                new Credentials(
                    OperatorRow.read(row), new PasswordHash(row.getString(OperatorRow.WIDTH + 1))),
            email.value())
        .stream()
        .findFirst();
  }

  @Override
  public Saved save(Change<Operator> change, @Nullable PasswordHash password) {
    return save(change, password, null);
  }

  @Override
  public Saved saveOwnPassword(Change<Operator> change, PasswordHash password, SessionId keeping) {
    return save(change, password, keeping);
  }

  private Saved save(
      Change<Operator> change, @Nullable PasswordHash password, @Nullable SessionId keeping) {
    requireSome(change);
    return alone(
        connection -> {
          var changing = new OperatorChange(connection, change.state());
          var refused = changing.refusal();
          if (refused.isPresent()) {
            return refused.get();
          }
          changing.store(password);
          append(connection, change);
          if (password != null || !change.state().profile().isActive()) {
            SessionTermination.all(connection, audit, change.state().id(), keeping, change.act());
          }
          return Saved.STORED;
        });
  }

  @Override
  public Saved remove(Change<Operator> removal) {
    requireSome(removal);
    return alone(
        connection -> {
          var changing = new OperatorChange(connection, removal.state());
          var refused = changing.refusalToRemove();
          if (refused.isPresent()) {
            return refused.get();
          }
          changing.remove();
          append(connection, removal);
          SessionTermination.all(connection, audit, removal.state().id(), null, removal.act());
          return Saved.STORED;
        });
  }

  @Override
  public boolean hasAdmin() {
    return sql.list(HAS_ADMIN, row -> row.getBoolean(1)).getFirst();
  }

  @Override
  public First saveFirst(Change<Operator> added, PasswordHash password) {
    return alone(
        connection -> {
          if (Sql.list(connection, HAS_ADMIN, row -> row.getBoolean(1)).getFirst()) {
            return First.ADMIN_EXISTS;
          }
          var changing = new OperatorChange(connection, added.state());
          if (changing.isEmailTaken()) {
            return First.EMAIL_TAKEN;
          }
          changing.store(password);
          append(connection, added);
          return First.STORED;
        });
  }

  @Override
  public OperatorPage list(@Nullable OperatorId after, int limit) {
    var from = after == null ? NONE : after.value();
    var found = sql.list(LIST, OperatorRow::read, from, limit + 1);
    var isLast = found.size() <= limit;
    var shown = isLast ? found : found.subList(0, limit);
    return new OperatorPage(shown, isLast ? null : shown.getLast().id());
  }

  private <T> T alone(Sql.Work<T> work) {
    return sql.transaction(
        connection -> {
          Sql.list(connection, ALONE, row -> "");
          return work.with(connection);
        });
  }

  private void append(Connection connection, Change<Operator> change) throws SQLException {
    audit.append(connection, AuditEntry.of(change, null, change.state().id().subject()));
  }

  private static void requireSome(Change<Operator> change) {
    if (change.isNone()) {
      throw new IllegalArgumentException("there is nothing to store");
    }
  }
}
