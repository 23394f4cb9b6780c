package io.clientele.persistence.change;

import io.clientele.domain.kernel.AuditEntry;
import io.clientele.domain.kernel.DomainEvent;
import io.clientele.domain.kernel.Provenance;
import io.clientele.domain.kernel.event.ChangeSubject;
import io.clientele.domain.kernel.event.PublishedEvent;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one domain event.
 *
 * @param event null if it is not published
 */
record ChangeEntry(AuditEntry entry, @Nullable PublishedEvent event) {
  static ChangeEntry of(Provenance by, DomainEvent event, ChangeSubject about) {
    return new ChangeEntry(
        AuditEntry.of(by, event, about.account(), about.name()),
        PublishedEvent.of(by, event, about).orElse(null));
  }
}
