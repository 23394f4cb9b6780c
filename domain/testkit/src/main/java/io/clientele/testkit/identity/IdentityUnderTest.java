package io.clientele.testkit.identity;

import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.kernel.AuditEntry;
import io.clientele.domain.kernel.event.PublishedEvent;
import java.util.List;

/**
 * What a test of {@link OperatorsContract}, {@link SessionsContract} or {@link ApiKeysContract}
 * provides; each test asks once for its store.
 */
public interface IdentityUnderTest {
  /** A fresh, empty store. Where tests share a server: its tables emptied. */
  IdentityPorts identity();

  /** A store whose server cannot be reached; a call must end within seconds. */
  IdentityPorts identityAway();

  /** Makes an account that is there, in the store of {@link #identity}. */
  AccountId account();

  /** The audit entries of the store of {@link #identity}, in any order. */
  List<AuditEntry> audit();

  /** The published events of the store of {@link #identity}, in any order. */
  List<PublishedEvent> published();

  /**
   * The entries that are about more than an account: {@code operator.added operator:0199f3b2-…}.
   */
  default List<String> told() {
    return audit().stream()
        .filter(entry -> entry.subject() != null)
        .map(entry -> entry.action() + " " + entry.subject())
        .toList();
  }
}
