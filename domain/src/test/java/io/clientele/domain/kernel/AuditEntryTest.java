package io.clientele.domain.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.list;

import io.clientele.domain.account.AccountEvent;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AuditEntryTest {
  private static final AccountId ACCOUNT = new AccountId(new UUID(0x0199f3b200007000L, 1L << 63));
  private static final Causation CAUSE = new Causation("request-1", null).by("ada");

  @Test
  void theSubjectOfAnOutsideCustomerIsAnErasableDetail() {
    assertThat(AuditEntry.of(closed(CAUSE), ACCOUNT))
        .singleElement()
        .extracting(AuditEntry::changes, list(FieldChange.class))
        .contains(new FieldChange(AuditEntry.ACTOR_SUBJECT, null, "ada"));
  }

  @Test
  void anEntryWithoutAnAccountHasNoSubject() {
    assertThat(AuditEntry.of(closed(CAUSE), null, "operator:1").toString()).doesNotContain("ada");
    assertThat(AuditEntry.of(closed(Causation.UNKNOWN), ACCOUNT).get(0).changes())
        .isEqualTo(new AccountEvent.Closed(ACCOUNT).details());
  }

  private static Change<String> closed(Causation cause) {
    return Change.of(
        "state",
        new AccountEvent.Closed(ACCOUNT),
        new Provenance("external:1:2", Instant.EPOCH, cause));
  }
}
