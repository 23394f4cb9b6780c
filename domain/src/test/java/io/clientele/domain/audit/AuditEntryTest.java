package io.clientele.domain.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.list;

import io.clientele.domain.Act;
import io.clientele.domain.Cause;
import io.clientele.domain.Change;
import io.clientele.domain.Detail;
import io.clientele.domain.account.AccountEvent;
import io.clientele.domain.account.AccountId;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AuditEntryTest {
  private static final AccountId ACCOUNT = new AccountId(new UUID(0x0199f3b200007000L, 1L << 63));
  private static final Cause CAUSE = new Cause("request-1", null).by("ada");

  @Test
  void theSubjectOfAnOutsideCustomerIsADetailThatIsErasedWithTheAccount() {
    assertThat(AuditEntry.of(closed(CAUSE), ACCOUNT))
        .singleElement()
        .extracting(AuditEntry::changes, list(Detail.class))
        .contains(new Detail(AuditEntry.ACTOR_SUBJECT, null, "ada"));
  }

  @Test
  void anEntryOfNoAccountHoldsNoSubject() {
    assertThat(AuditEntry.of(closed(CAUSE), null, "operator:1").toString()).doesNotContain("ada");
    assertThat(AuditEntry.of(closed(Cause.UNKNOWN), ACCOUNT).get(0).changes())
        .isEqualTo(new AccountEvent.Closed(ACCOUNT).details());
  }

  private static Change<String> closed(Cause cause) {
    return Change.of(
        "state", new AccountEvent.Closed(ACCOUNT), new Act("external:1:2", Instant.EPOCH, cause));
  }
}
