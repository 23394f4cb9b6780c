package io.clientele.persistence.identity;

import io.clientele.domain.identity.OperatorId;
import io.clientele.domain.identity.SessionId;
import io.clientele.domain.identity.operator.Operator;
import io.clientele.domain.identity.operator.OperatorPage;
import io.clientele.domain.identity.operator.Operators;
import io.clientele.domain.identity.password.PasswordHash;
import io.clientele.domain.kernel.Change;
import io.clientele.domain.kernel.event.ChangeSubject;
import io.clientele.domain.kernel.text.Email;
import io.clientele.persistence.change.ChangeResults;
import io.clientele.persistence.change.ChangeStore;
import io.clientele.persistence.jdbc.Database;
import io.clientele.persistence.jdbc.Sql;
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
  private final ChangeStore changes;

  /** Operators of this database. */
  public JdbcOperators(Database database, ChangeStore changes) {
    this.sql = database.requests();
    this.changes = changes;
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
    return alone(
        change,
        ChangeResults.withoutKey(Saved.STORED),
        transaction -> {
          var changing = new OperatorChange(transaction.connection(), change.state());
          var refused = changing.refusal();
          if (refused.isEmpty()) {
            changing.store(password);
            if (password != null || !change.state().profile().isActive()) {
              SessionTermination.all(transaction, change.state().id(), keeping, change.act());
            }
          }
          return refused;
        });
  }

  @Override
  public Saved remove(Change<Operator> removal) {
    return alone(
        removal,
        ChangeResults.withoutKey(Saved.STORED),
        transaction -> {
          var changing = new OperatorChange(transaction.connection(), removal.state());
          var refused = changing.refusalToRemove();
          if (refused.isEmpty()) {
            changing.remove();
            SessionTermination.all(transaction, removal.state().id(), null, removal.act());
          }
          return refused;
        });
  }

  @Override
  public boolean hasAdmin() {
    return sql.list(HAS_ADMIN, row -> row.getBoolean(1)).getFirst();
  }

  @Override
  public First saveFirst(Change<Operator> added, PasswordHash password) {
    return alone(
        added,
        ChangeResults.withoutKey(First.STORED),
        transaction -> {
          var connection = transaction.connection();
          if (Sql.list(connection, HAS_ADMIN, row -> row.getBoolean(1)).getFirst()) {
            return Optional.of(First.ADMIN_EXISTS);
          }
          var changing = new OperatorChange(connection, added.state());
          if (changing.isEmailTaken()) {
            return Optional.of(First.EMAIL_TAKEN);
          }
          changing.store(password);
          return Optional.empty();
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

  private <R> R alone(
      Change<Operator> change, ChangeResults<R> results, ChangeStore.RowWriter<R> rows) {
    return changes.store(
        sql,
        change,
        ChangeSubject.named(change.state().id().subject()).at(change.state().version() + 1),
        results,
        transaction -> {
          Sql.list(transaction.connection(), ALONE, row -> "");
          return rows.write(transaction);
        });
  }
}
