package io.clientele.domain.identity.apikey;

import io.clientele.domain.identity.ApiKeyId;
import io.clientele.domain.identity.DisplayName;
import io.clientele.domain.identity.Front;
import io.clientele.domain.identity.Role;
import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.kernel.DomainEvent;
import io.clientele.domain.kernel.FieldChange;
import io.clientele.domain.kernel.event.ChangeSubject;
import io.clientele.domain.kernel.event.PublishedTypes;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** An event of an API key. */
public sealed interface ApiKeyEvent extends DomainEvent {
  /** The types that are published. */
  PublishedTypes TYPES = PublishedTypes.of("key.issued", "key.revoked");

  /** The key. */
  ApiKeyId id();

  /** The customer's account to which the key gives access; null if none. */
  @Nullable AccountId account();

  @Override
  default boolean isPublished() {
    return true;
  }

  /** The key was issued. */
  record Issued(ApiKeyId id, DisplayName name, ApiKeyScope scope, @Nullable Instant expiresAt)
      implements ApiKeyEvent {
    public Issued {
      Objects.requireNonNull(id, "id");
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(scope, "scope");
    }

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
          .of("front", null, scope.front() == Front.STORE ? "store" : null)
          .of("expiresAt", null, expiresAt)
          .details();
    }
  }

  /** The key was revoked. */
  record Revoked(ApiKeyId id, @Nullable AccountId account) implements ApiKeyEvent {
    /** The version of a revoked key: a key changes once. */
    private static final long VERSION = 2;

    public Revoked {
      Objects.requireNonNull(id, "id");
    }

    /** Returns the subject of this event, under its stored version. */
    public ChangeSubject stored() {
      return ChangeSubject.of(account, id.subject()).at(VERSION);
    }

    @Override
    public String action() {
      return "key.revoked";
    }
  }
}
