package io.clientele.bootstrap.embedded;

import io.clientele.bootstrap.lifecycle.StartupFailure;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;

/** The embedded servers of one data folder. One process at a time uses a folder. */
public final class EmbeddedServers implements AutoCloseable {
  private final FolderLock lock;
  private final EmbeddedPostgresServer database;
  private final Optional<EmbeddedRedisServer> redis;
  private final Path folder;
  private final Map<String, String> keys;

  private EmbeddedServers(
      FolderLock lock,
      EmbeddedPostgresServer database,
      Optional<EmbeddedRedisServer> redis,
      Path folder) {
    this.keys = KeySettings.keptIn(folder);
    this.lock = lock;
    this.database = database;
    this.redis = redis;
    this.folder = folder;
  }

  /**
   * Starts both servers in parallel on the data in this folder.
   *
   * @throws StartupFailure if there is no database; Redis alone may be missing
   */
  public static EmbeddedServers start(Path place) {
    var folder = place.toAbsolutePath().normalize();
    var lock = FolderLock.take(folder);
    try (var threads = Executors.newThreadPerTaskExecutor(Thread.ofPlatform().factory())) {
      var redis = CompletableFuture.supplyAsync(() -> EmbeddedRedisServer.start(folder), threads);
      try {
        return new EmbeddedServers(
            lock, EmbeddedPostgresServer.start(folder), redis.join(), folder);
      } catch (StartupFailure e) {
        redis.join().ifPresent(EmbeddedRedisServer::close);
        lock.close();
        throw e;
      }
    }
  }

  /** The value of {@code DATABASE_URL}. */
  public String databaseUrl() {
    return database.url();
  }

  /** The value of {@code REDIS_URL}: {@code none} if no Redis runs. */
  public String redisUrl() {
    return redis.map(EmbeddedRedisServer::url).orElse("none");
  }

  /** Returns where PostgreSQL listens, without its password. */
  public String databaseAddress() {
    return withoutPassword(databaseUrl()) + ", password in postgres.password";
  }

  /** Returns where Redis listens, without its password. */
  public String redisAddress() {
    return withoutPassword(redisUrl()) + ", password in redis.password";
  }

  /** The values of {@code TOKEN_KEYS} and {@code DATA_KEYS}, by these names. */
  public Map<String, String> keys() {
    return keys;
  }

  /** The folder of the data. */
  public Path folder() {
    return folder;
  }

  /**
   * Writes the address of this service into the lock, for a second service that starts on the
   * folder.
   */
  public void announce(String address) {
    lock.announce(address);
  }

  @Override
  public void close() {
    redis.ifPresent(EmbeddedRedisServer::close);
    database.close();
    lock.close();
  }

  private static String withoutPassword(String url) {
    return url.replaceFirst(":[^:/@]*@", "@");
  }
}
