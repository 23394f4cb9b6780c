package io.clientele.http.testing.context;

import io.clientele.application.audit.KnownChainHeads;
import io.clientele.application.audit.ListAuditEntries;
import io.clientele.application.audit.VerifyAuditTrail;
import io.clientele.domain.audit.chain.ChainHead;
import io.clientele.domain.audit.chain.ChainHeadStore;
import io.clientele.domain.audit.chain.Sha256Hash;
import io.clientele.http.audit.AuditRoutes;
import io.clientele.http.route.RouteGroup;
import io.clientele.inmemory.audit.InMemoryAuditTrail;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/** The audit trail of a service in memory. */
public final class InMemoryAuditContext implements InMemoryContext {
  private final InMemoryAuditTrail trail = new InMemoryAuditTrail();
  private final AtomicReference<ChainHead> head = new AtomicReference<>(ChainHead.NONE);
  private final InMemoryParts parts;

  InMemoryAuditContext(InMemoryParts parts) {
    this.parts = parts;
  }

  public InMemoryAuditTrail trail() {
    return trail;
  }

  /** Publishes the head of a chain that has one block more. */
  public void publishLaterHead() {
    head.set(new ChainHead(trail.head().number() + 1, new Sha256Hash("f".repeat(64))));
  }

  @Override
  public List<RouteGroup> routes() {
    return List.of(
        new AuditRoutes(
            new ListAuditEntries(trail),
            new VerifyAuditTrail(trail, new KnownChainHeads(new PublishedHead())),
            parts.clock()));
  }

  @Override
  public void startOutage() {
    trail.startOutage();
  }

  @Override
  public void endOutage() {
    trail.endOutage();
  }

  /** The head that is known outside of the database. */
  private final class PublishedHead implements ChainHeadStore {
    @Override
    public ChainHead newest() {
      return head.get();
    }

    @Override
    public void publish(ChainHead newer) {
      head.set(newer);
    }
  }
}
