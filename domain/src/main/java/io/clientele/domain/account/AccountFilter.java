package io.clientele.domain.account;

import io.clientele.domain.account.Account.Status;
import io.clientele.domain.kernel.text.Email;
import io.clientele.domain.kernel.text.TextRules;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which accounts a list holds; null where a part does not matter.
 *
 * @param status null: active and suspended, but not closed
 * @param text of the name or e-mail, accents and case ignored: any part from 3 characters on, the
 *     beginning of either with 1 or 2
 * @param createdFrom inclusive
 * @param createdTo exclusive
 */
public record AccountFilter(
    @Nullable Status status,
    @Nullable String text,
    @Nullable Email email,
    @Nullable Instant createdFrom,
    @Nullable Instant createdTo) {
  /** All that are not closed. */
  public static final AccountFilter ALL = new AccountFilter(null, null, null, null, null);

  public AccountFilter {
    if (text != null) {
      text = TextRules.line("q", text, 1, 100);
    }
  }
}
