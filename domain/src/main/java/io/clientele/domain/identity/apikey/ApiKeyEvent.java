package io.clientele.domain.identity.apikey;

import io.clientele.domain.identity.ApiKeyId;
import io.clientele.domain.identity.DisplayName;
import io.clientele.domain.identity.Role;
import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.kernel.DomainEvent;
import io.clientele.domain.kernel.FieldChange;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What may happen to an API key. */
public sealed interface ApiKeyEvent extends DomainEvent {
  /** Whose event it is. */
  ApiKeyId id();

  /** The customer's account that it opens; null if none. */
  @Nullable AccountId account();

  /** It came to be. */
  record Issued(ApiKeyId id, DisplayName name, ApiKeyScope scope, @Nullable Instant expiresAt)
      implements ApiKeyEvent {
    @Override
    public @Nullable AccountId account() {
      return scope.account();
    }

    @Override
    public String action() {
      return "key.issued";
    }

    @Override
    public List<FieldChange> details() {
      var roles = scope.roles().stream().sorted().map(Role::name).collect(Collectors.joining(" "));
      return new FieldChange.Comparison()
          .of("name", null, name)
          .of("roles", null, roles)
          .of("expiresAt", null, expiresAt)
          .details();
    }
  }

  /** It opens nothing any more. */
  record Revoked(ApiKeyId id, @Nullable AccountId account) implements ApiKeyEvent {
    @Override
    public String action() {
      return "key.revoked";
    }
  }
}
