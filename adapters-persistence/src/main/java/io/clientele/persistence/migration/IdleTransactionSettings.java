package io.clientele.persistence.migration;

import io.clientele.persistence.jdbc.Sql;
import java.sql.SQLException;
import org.flywaydb.core.api.callback.BaseCallback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;

/**
 * Lifts the time limit of idle transactions on each connection of a migration: one of them holds
 * the lock in a transaction while another one works.
 */
final class IdleTransactionSettings extends BaseCallback {
  private static final String UNLIMITED = "SET idle_in_transaction_session_timeout = 0";

  @Override
  public boolean supports(Event event, Context context) {
    return event == Event.AFTER_CONNECT;
  }

  @Override
  public boolean canHandleInTransaction(Event event, Context context) {
    return true;
  }

  @Override
  public void handle(Event event, Context context) {
    try (var statement = context.getConnection().createStatement()) {
      statement.execute(UNLIMITED);
    } catch (SQLException e) {
      throw Sql.fault(e);
    }
  }
}
