package io.clientele.domain.audit;

import io.clientele.domain.Act;
import io.clientele.domain.Detail;
import io.clientele.domain.account.AccountId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing that was done, or tried.
 *
 * @param action its name for ever, such as {@code account.opened}
 * @param account whose data it is about; null if it is about no account
 * @param subject what else it is about, such as {@code operator:0199f3b2-…}; null if nothing
 * @param changes what is different since, masked
 */
public record AuditEntry(
    Act act,
    String action,
    @Nullable AccountId account,
    @Nullable String subject,
    List<Detail> changes) {
  public AuditEntry {
    changes = List.copyOf(changes);
  }
}
