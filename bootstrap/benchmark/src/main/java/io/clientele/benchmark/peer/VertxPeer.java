package io.clientele.benchmark.peer;

import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.RedisAPI;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/**
 * Reads accounts and counts their views, as one would without the service: a look-up by key, and a
 * counter of Redis that is raised and awaited. It has no access, audit, limits nor telemetry, and a
 * view is counted as exactly as Redis keeps it.
 */
public final class VertxPeer extends VerticleBase {
  private static final String FIND =
      "SELECT id, name, email, status, version, created_at, updated_at FROM account WHERE id = $1";
  private static final String PATH = "/v1/accounts/";
  private static final int CONNECTIONS = 8;
  private static final int IN_FLIGHT_MAX = 256;

  private final int port;
  private final Pool pool;
  private final RedisAPI redis;

  private VertxPeer(int port, Pool pool, RedisAPI redis) {
    this.port = port;
    this.pool = pool;
    this.redis = redis;
  }

  /** Takes the port and the addresses of PostgreSQL and Redis; runs until it is killed. */
  public static void main(String[] arguments) {
    var loops = Runtime.getRuntime().availableProcessors();
    var vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(loops));
    var database =
        PgConnectOptions.fromUri(arguments[1])
            .setCachePreparedStatements(true)
            .setPipeliningLimit(IN_FLIGHT_MAX);
    var pool =
        PgBuilder.pool()
            .with(new PoolOptions().setMaxSize(CONNECTIONS))
            .connectingTo(database)
            .using(vertx)
            .build();
    var port = Integer.parseInt(arguments[0]);
    Redis.createClient(vertx, arguments[2])
        .connect()
        .map(RedisAPI::api)
        .compose(
            redis ->
                vertx.deployVerticle(
                    () -> new VertxPeer(port, pool, redis),
                    new DeploymentOptions().setInstances(loops)))
        .onFailure(
            failure -> {
              failure.printStackTrace();
              System.exit(1);
            });
  }

  @Override
  public Future<?> start() {
    return vertx.createHttpServer().requestHandler(this::answer).listen(port, "127.0.0.1");
  }

  private void answer(HttpServerRequest request) {
    var id = UUID.fromString(Objects.requireNonNull(request.path()).substring(PATH.length()));
    var found = pool.preparedQuery(FIND).execute(Tuple.of(id));
    var counted = redis.hincrby("views", id.toString(), "1");
    Future.all(found, counted)
        .onSuccess(
            both -> {
              var views = Objects.requireNonNull(counted.result().toLong());
              answer(request, both.<RowSet<Row>>resultAt(0), views);
            })
        .onFailure(failure -> request.response().setStatusCode(503).end());
  }

  private static void answer(HttpServerRequest request, RowSet<Row> rows, long views) {
    var response = request.response();
    if (rows.size() == 0) {
      response.setStatusCode(404).end();
      return;
    }
    response
        .putHeader("Content-Type", "application/json")
        .end(json(rows.iterator().next(), views).toBuffer());
  }

  private static JsonObject json(Row row, long views) {
    return new JsonObject()
        .put("id", row.getUUID("id").toString())
        .put("name", row.getString("name"))
        .put("email", row.getString("email"))
        .put("status", row.getString("status"))
        .put("version", row.getLong("version"))
        .put("createdAt", at(row, "created_at"))
        .put("updatedAt", at(row, "updated_at"))
        .put("metadata", List.of())
        .put("views", views);
  }

  private static String at(Row row, String column) {
    return row.getOffsetDateTime(column).withOffsetSameInstant(ZoneOffset.UTC).toString();
  }
}
