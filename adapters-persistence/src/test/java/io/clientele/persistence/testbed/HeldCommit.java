package io.clientele.persistence.testbed;

import io.clientele.persistence.jdbc.Database;
import io.clientele.persistence.jdbc.Sql;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import javax.sql.DataSource;

/** A transaction that has written all of its rows and commits on request. */
public final class HeldCommit implements Runnable {
  private final CountDownLatch written = new CountDownLatch(1);
  private final CountDownLatch committing = new CountDownLatch(1);
  private final CompletableFuture<Void> work;

  private HeldCommit(Database database, Consumer<Sql> writing) {
    var sql = new Sql(source(database.login().url()));
    work =
        CompletableFuture.runAsync(
            () -> writing.accept(sql), task -> Thread.ofPlatform().daemon().start(task));
    work.whenComplete((done, failure) -> written.countDown());
  }

  /** Begins the work, and returns when everything but the commit is done. */
  public static HeldCommit of(Database database, Consumer<Sql> writing) {
    var held = new HeldCommit(database, writing);
    await(held.written);
    return held;
  }

  /** Commits. */
  @Override
  public void run() {
    committing.countDown();
    work.join();
  }

  private DataSource source(String url) {
    return proxy(
        DataSource.class, (method, arguments) -> connection(DriverManager.getConnection(url)));
  }

  private Connection connection(Connection real) {
    return proxy(
        Connection.class,
        (method, arguments) -> {
          if (method.getName().equals("commit")) {
            written.countDown();
            await(committing);
          }
          return method.invoke(real, arguments);
        });
  }

  @FunctionalInterface
  private interface Call {
    Object run(Method method, Object[] arguments) throws Exception;
  }

  private static <T> T proxy(Class<T> type, Call call) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> {
              try {
                return call.run(method, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            }));
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
