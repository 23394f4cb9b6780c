package io.clientele.http.testing.context;

import io.clientele.application.identity.ApiKeyUsageRecorder;
import io.clientele.application.operation.QueueWrite;
import io.clientele.application.operation.RunOperations;
import io.clientele.application.operation.ViewOperation;
import io.clientele.domain.kernel.AuditEntry;
import io.clientele.domain.operation.OperationRunner;
import io.clientele.domain.operation.Operations;
import io.clientele.http.identity.authentication.ApiKeyVerifier;
import io.clientele.http.identity.authentication.AuthenticationConfig;
import io.clientele.http.identity.authentication.DeferredAuthenticator;
import io.clientele.http.identity.authentication.DeferredCallers;
import io.clientele.http.identity.authentication.TokenVerifier;
import io.clientele.http.operation.OperationRoutes;
import io.clientele.http.operation.QueuedWriteRunner;
import io.clientele.http.operation.QueuedWrites;
import io.clientele.http.route.RouteDecorator;
import io.clientele.http.route.RouteGroup;
import io.clientele.http.route.RouteTable;
import io.clientele.http.server.RequestAdmission;
import io.clientele.http.server.RouteDispatcher;
import io.clientele.inmemory.operation.InMemoryOperations;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;

/** The queued writes of a service in memory. They run at once, unless a test holds them. */
public final class InMemoryOperationContext implements InMemoryContext {
  /** More than any test queues, but for those of a full queue. */
  public static final int QUEUED_MAX = 50;

  private static final InstantSource CLOCK = InstantSource.system();

  private final InMemoryParts parts;
  private final InMemoryOperations operations;
  private final AtomicReference<OperationRunner> runner = new AtomicReference<>();
  private final ReentrantLock turn = new ReentrantLock();

  InMemoryOperationContext(InMemoryParts parts) {
    this.parts = parts;
    this.operations = new InMemoryOperations(parts.changes(), QUEUED_MAX);
  }

  /** Lets no operation run until {@link #release}, on the same thread. */
  public void hold() {
    turn.lock();
  }

  /** Lets operations run again. */
  public void release() {
    turn.unlock();
  }

  /** Returns the store. */
  public Operations operations() {
    return operations;
  }

  /** Returns the entries of all changes of the service. */
  public List<AuditEntry> audit() {
    return parts.changes().entries();
  }

  @Override
  public List<RouteGroup> routes() {
    return List.of(new OperationRoutes(new ViewOperation(operations)));
  }

  @Override
  public List<RouteDecorator> decorators() {
    var queueWrite =
        new QueueWrite(operations, CLOCK, new Random(), () -> Thread.ofVirtual().start(this::run));
    return List.of(new QueuedWrites(queueWrite));
  }

  @Override
  public void startWith(RouteTable all) {
    var identity = parts.context(InMemoryIdentity.class);
    var keys = identity.keys;
    var callers =
        new DeferredCallers(
            identity.operators,
            new ApiKeyVerifier(
                keys, new ApiKeyUsageRecorder(keys, CLOCK), InMemoryContexts.POLICY, CLOCK),
            new TokenVerifier(
                new AuthenticationConfig(InMemoryIdentity.KEYS, List.of(), Set.of()),
                InMemoryIdentity.NAMING,
                InMemoryContexts.POLICY,
                CLOCK),
            InMemoryContexts.POLICY);
    var admission = RequestAdmission.of(new DeferredAuthenticator(callers, parts.authenticator()));
    runner.set(new QueuedWriteRunner(new RouteDispatcher(all, admission)));
  }

  private void run() {
    turn.lock();
    try {
      new RunOperations(operations, runner.get(), CLOCK, new Random(), verdict -> {}).run();
    } finally {
      turn.unlock();
    }
  }

  @Override
  public void startOutage() {
    operations.startOutage();
  }

  @Override
  public void endOutage() {
    operations.endOutage();
  }
}
