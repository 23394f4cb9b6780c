package io.clientele.persistence.jdbc;

import org.jspecify.annotations.Nullable;

/**
 * How to reach the database.
 *
 * @param service the service's own role
 * @param owner who may change tables: migrations run as this one, and past any pooler
 * @param pooler what stands between us and PostgreSQL
 * @param requestConnections for requests: few are enough, look-ups share queries
 * @param workConnections for flushes and what else takes its time
 * @param replica that follows the same database, null where there is none
 */
public record DatabaseConfig(
    Login service,
    Login owner,
    Pooler pooler,
    int requestConnections,
    int workConnections,
    @Nullable Login replica) {
  /** The default for one process on two to four cores. */
  public static DatabaseConfig of(Login service, Login owner, Pooler pooler) {
    return new DatabaseConfig(service, owner, pooler, 12, 4, null);
  }

  /** One role and one address for all work. */
  public static DatabaseConfig of(Login login) {
    return of(login, login, Pooler.NONE);
  }

  /** The same, reading from this one what may be much. */
  public DatabaseConfig withReplica(@Nullable Login login) {
    return new DatabaseConfig(service, owner, pooler, requestConnections, workConnections, login);
  }

  /**
   * The address and the credentials. Printed without secrets.
   *
   * @param url {@code jdbc:postgresql://host:port/database}
   * @param user null if the address contains it
   * @param password null if the address contains it, or none is required
   */
  public record Login(String url, @Nullable String user, @Nullable String password) {
    /** The name of the database, as the address ends with it. */
    String database() {
      var query = url.indexOf('?');
      var place = query < 0 ? url : url.substring(0, query);
      return place.substring(place.lastIndexOf('/') + 1);
    }

    @Override
    public String toString() {
      var query = url.indexOf('?');
      return query < 0 ? url : url.substring(0, query) + "?***";
    }
  }

  /** The pooler between the service and its database. */
  public enum Pooler {
    /** None: a connection is a session, so statements are prepared once. */
    NONE,
    /** PgBouncer in transaction mode, or its like: nothing outlives a transaction. */
    TRANSACTION
  }
}
