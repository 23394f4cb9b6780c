package io.clientele.domain.account;

import io.clientele.domain.account.Account.Status;
import io.clientele.domain.kernel.text.Email;
import io.clientele.domain.kernel.text.TextRules;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Selects the accounts of a list; a null component selects all.
 *
 * @param status null for active and suspended accounts, without closed ones
 * @param text part of the name or e-mail, ignoring accents and case: any part from 3 characters on,
 *     a beginning with 1 or 2
 * @param createdFrom inclusive
 * @param createdTo exclusive
 */
public record AccountFilter(
    @Nullable Status status,
    @Nullable String text,
    @Nullable Email email,
    @Nullable Instant createdFrom,
    @Nullable Instant createdTo) {
  /** Selects all accounts that are not closed. */
  public static final AccountFilter ALL = new AccountFilter(null, null, null, null, null);

  public AccountFilter {
    if (text != null) {
      text = TextRules.line("q", text, 1, 100);
    }
  }
}
