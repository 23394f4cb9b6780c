package io.clientele.application.identity;

import io.clientele.domain.identity.operator.Operator;
import io.clientele.domain.identity.session.RefusedSignIns;
import io.clientele.domain.kernel.AuditEntry;
import io.clientele.domain.kernel.AuditLog;
import io.clientele.domain.kernel.FieldChange;
import io.clientele.domain.kernel.Provenance;
import io.clientele.domain.kernel.text.Email;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Records refused sign-ins in the audit trail: each one of a known operator, and a count for each
 * network of unknown names. Safe for use by many threads.
 */
public final class RecordRefusedSignIn {
  private final AuditLog audit;
  private final RefusedSignIns unknown;

  /** Records in this audit; refusals of unknown names are counted first. */
  public RecordRefusedSignIn(AuditLog audit, RefusedSignIns unknown) {
    this.audit = Objects.requireNonNull(audit, "audit");
    this.unknown = Objects.requireNonNull(unknown, "unknown");
  }

  /**
   * Records one refusal. One write for a known and for an unknown name, so that both take the same
   * time. Throws {@link io.clientele.domain.kernel.PortUnavailable} when the write fails.
   *
   * @param known the operator of this e-mail; empty if there is none
   * @param network that the request comes from
   */
  public void record(Email email, Optional<Operator> known, String network, Provenance provenance) {
    if (known.isEmpty()) {
      unknown.count(network, provenance.at());
      return;
    }
    audit.append(
        new AuditEntry(
            provenance,
            "session.refused",
            null,
            known.get().id().subject(),
            List.of(new FieldChange("email", null, email.toString()))));
  }
}
