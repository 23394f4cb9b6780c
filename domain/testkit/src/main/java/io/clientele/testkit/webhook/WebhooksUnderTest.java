package io.clientele.testkit.webhook;

import io.clientele.domain.kernel.AccountId;

/** The stores that the contracts of webhooks test. */
public interface WebhooksUnderTest {
  /** Returns the stores of this test, which are empty at its start; the same ones at each call. */
  WebhookPorts webhooks();

  /** Returns stores whose server cannot be reached. A call must end within seconds. */
  WebhookPorts webhooksAway();

  /** Erases an account as its context does: its key is destroyed. */
  void erase(AccountId account);
}
