package io.clientele.domain.account;

import io.clientele.domain.DomainEvent;

/** What may happen to an account. */
public sealed interface AccountEvent extends DomainEvent {
  /** Whose event it is. */
  AccountId id();

  /** It came to be. */
  record Opened(AccountId id, Profile profile) implements AccountEvent {}

  /** Its profile is another one now. */
  record Amended(AccountId id, Profile before, Profile after) implements AccountEvent {}

  /** It is held. */
  record Suspended(AccountId id) implements AccountEvent {}

  /** It is in use again. */
  record Reactivated(AccountId id) implements AccountEvent {}

  /** It is over. */
  record Closed(AccountId id) implements AccountEvent {}
}
