package io.clientele.domain.views.history;

import io.clientele.domain.kernel.AccountId;

/**
 * An account and how often it was viewed.
 *
 * @param name of its client
 */
public record MostViewed(AccountId id, String name, long views) {
  /** Names are personal, and logs are public. */
  @Override
  public String toString() {
    return id + " " + views;
  }
}
