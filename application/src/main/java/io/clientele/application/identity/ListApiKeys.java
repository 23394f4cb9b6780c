package io.clientele.application.identity;

import io.clientele.application.kernel.Access;
import io.clientele.domain.identity.Actor;
import io.clientele.domain.identity.ApiKeyId;
import io.clientele.domain.identity.IdentityPermission;
import io.clientele.domain.identity.apikey.ApiKeyPage;
import io.clientele.domain.identity.apikey.ApiKeys;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Lists API keys that are not revoked, a page at a time, oldest first. */
public final class ListApiKeys {
  private final ApiKeys keys;

  /** Lists keys of this store. */
  public ListApiKeys(ApiKeys keys) {
    this.keys = Objects.requireNonNull(keys, "keys");
  }

  /** Returns one page, if the actor may see keys. */
  public Access<ApiKeyPage> list(Actor actor, @Nullable ApiKeyId after, int limit) {
    return Access.when(actor.may(IdentityPermission.VIEW_OPERATORS), () -> keys.list(after, limit));
  }
}
