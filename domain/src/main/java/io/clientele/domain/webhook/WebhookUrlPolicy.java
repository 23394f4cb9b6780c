package io.clientele.domain.webhook;

import io.clientele.domain.kernel.InvalidValue;

/** Judges whether the service may send to a URL: its host must resolve to public addresses only. */
@FunctionalInterface
public interface WebhookUrlPolicy {
  /**
   * Returns if the URL is allowed.
   *
   * @throws InvalidValue of the field {@code url}; names the rule, never an address
   */
  void require(WebhookUrl url);
}
