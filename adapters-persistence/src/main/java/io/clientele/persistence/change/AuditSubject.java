package io.clientele.persistence.change;

import io.clientele.domain.kernel.AccountId;
import org.jspecify.annotations.Nullable;

/**
 * What the audit entries of a change are about.
 *
 * @param account whose key encrypts the details of the entries, and whose erasure empties the
 *     stored response; null if the change is about no account
 * @param name of anything else that was changed, such as {@code operator:0199f3b2-…}; null if the
 *     change is about an account alone
 */
public record AuditSubject(@Nullable AccountId account, @Nullable String name) {
  /** A change of an account. */
  public static AuditSubject of(AccountId account) {
    return new AuditSubject(account, null);
  }

  /** A change of anything that belongs to no account. */
  public static AuditSubject named(String name) {
    return new AuditSubject(null, name);
  }
}
