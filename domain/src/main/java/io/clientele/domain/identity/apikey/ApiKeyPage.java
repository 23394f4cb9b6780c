package io.clientele.domain.identity.apikey;

import io.clientele.domain.identity.ApiKeyId;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A page of API keys, oldest first.
 *
 * @param next after which the next page begins; null on the last page
 */
public record ApiKeyPage(List<ApiKey> keys, @Nullable ApiKeyId next) {
  /** The largest page. */
  public static final int LIMIT_MAX = 200;

  public ApiKeyPage {
    keys = List.copyOf(Objects.requireNonNull(keys, "keys"));
  }
}
