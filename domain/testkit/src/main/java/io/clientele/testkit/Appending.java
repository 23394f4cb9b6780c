package io.clientele.testkit;

import io.clientele.domain.Act;
import io.clientele.domain.DomainEvent;
import io.clientele.domain.account.AccountId;
import io.clientele.domain.audit.AuditEntry;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What a store in memory tells the trail of audit. */
final class Appending {
  private final Consumer<? super AuditEntry> trail;

  Appending(Consumer<? super AuditEntry> trail) {
    this.trail = trail;
  }

  void append(Act act, DomainEvent event, @Nullable AccountId account, String subject) {
    trail.accept(new AuditEntry(act, event.action(), account, subject, event.details()));
  }
}
