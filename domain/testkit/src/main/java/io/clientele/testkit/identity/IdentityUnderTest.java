package io.clientele.testkit.identity;

import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.kernel.AuditEntry;
import io.clientele.domain.kernel.event.PublishedEvent;
import java.util.List;

/**
 * The stores that a test of {@link OperatorsContract}, {@link SessionsContract} or {@link
 * ApiKeysContract} provides. Each test calls {@link #identity} once.
 */
public interface IdentityUnderTest {
  /** A fresh, empty store. If tests share a server, empty its tables. */
  IdentityPorts identity();

  /** A store of an unreachable server. A call must end within seconds. */
  IdentityPorts unreachableIdentity();

  /** Opens an account in the store of {@link #identity}. */
  AccountId account();

  /** The audit entries of the store of {@link #identity}, in any order. */
  List<AuditEntry> audit();

  /** The published events of the store of {@link #identity}, in any order. */
  List<PublishedEvent> published();

  /**
   * The entries with a subject other than an account: {@code operator.added operator:0199f3b2-…}.
   */
  default List<String> told() {
    return audit().stream()
        .filter(entry -> entry.subject() != null)
        .map(entry -> entry.action() + " " + entry.subject())
        .toList();
  }
}
