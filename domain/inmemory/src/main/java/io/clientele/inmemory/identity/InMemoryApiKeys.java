package io.clientele.inmemory.identity;

import io.clientele.domain.identity.ApiKeyId;
import io.clientele.domain.identity.SecretHash;
import io.clientele.domain.identity.apikey.ApiKey;
import io.clientele.domain.identity.apikey.ApiKeyEvent;
import io.clientele.domain.identity.apikey.ApiKeyPage;
import io.clientele.domain.identity.apikey.ApiKeys;
import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.kernel.Change;
import io.clientele.domain.kernel.Provenance;
import io.clientele.inmemory.kernel.InMemoryChangeStore;
import io.clientele.inmemory.kernel.InMemoryChangeStore.Results;
import io.clientele.inmemory.kernel.internal.OutageSwitch;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** API keys in memory, for tests and demos. */
public final class InMemoryApiKeys implements ApiKeys {
  private final OutageSwitch backing = new OutageSwitch("API keys");
  private final Predicate<? super AccountId> accounts;
  private final InMemoryChangeStore changes;
  private final TreeMap<ApiKeyId, ApiKey> stored = new TreeMap<>();
  private final Map<SecretHash, ApiKeyId> secrets = new HashMap<>();
  private final Set<ApiKeyId> revoked = new HashSet<>();

  /**
   * Creates an empty store.
   *
   * @param accounts whether an account exists and is not erased
   */
  public InMemoryApiKeys(Predicate<? super AccountId> accounts) {
    this(accounts, new InMemoryChangeStore());
  }

  /**
   * Creates an empty store that stores its changes through {@code changes}.
   *
   * @param accounts whether an account exists and is not erased
   */
  public InMemoryApiKeys(Predicate<? super AccountId> accounts, InMemoryChangeStore changes) {
    this.accounts = accounts;
    this.changes = changes;
  }

  @Override
  public synchronized Issued issue(Change<ApiKey> issued, SecretHash secret) {
    backing.require();
    var key = issued.state();
    var account = key.scope().account();
    return changes.store(
        issued,
        key.toStore(),
        Results.withoutKey(Issued.ISSUED),
        () -> {
          if (account != null && !accounts.test(account)) {
            return Optional.of(Issued.NO_SUCH_ACCOUNT);
          }
          stored.put(key.id(), key);
          secrets.put(secret, key.id());
          return Optional.empty();
        });
  }

  @Override
  public synchronized Optional<ApiKey> find(SecretHash secret) {
    backing.require();
    return Optional.ofNullable(secrets.get(secret)).map(stored::get);
  }

  @Override
  public synchronized Optional<ApiKey> find(ApiKeyId id) {
    backing.require();
    return Optional.ofNullable(stored.get(id));
  }

  @Override
  public synchronized ApiKeyPage list(@Nullable ApiKeyId after, int limit) {
    backing.require();
    var rest = after == null ? stored : stored.tailMap(after, false);
    var shown = rest.values().stream().limit(limit).toList();
    return new ApiKeyPage(
        shown, rest.size() > shown.size() ? shown.get(shown.size() - 1).id() : null);
  }

  @Override
  public synchronized Revoked revoke(ApiKeyId id, Provenance act) {
    backing.require();
    var key = stored.remove(id);
    if (key == null) {
      return Revoked.NO_SUCH_KEY;
    }
    revoked.add(id);
    var account = key.scope().account();
    var event = new ApiKeyEvent.Revoked(id, account);
    changes.record(act, event, event.stored());
    return Revoked.REVOKED;
  }

  @Override
  public synchronized void used(Map<ApiKeyId, Instant> at) {
    backing.require();
    at.forEach((id, use) -> stored.computeIfPresent(id, (same, key) -> used(key, use)));
  }

  /** Starts an outage: every call throws {@link io.clientele.domain.kernel.PortUnavailable}. */
  public void startOutage() {
    backing.startOutage();
  }

  /** Ends the outage; no data are lost. */
  public void endOutage() {
    backing.endOutage();
  }

  synchronized Set<ApiKeyId> revoked() {
    backing.require();
    return Set.copyOf(revoked);
  }

  private static ApiKey used(ApiKey key, Instant at) {
    var before = key.lastUsedAt();
    return before != null && !at.isAfter(before)
        ? key
        : new ApiKey(
            key.id(), key.name(), key.scope(), key.prefix(), key.createdAt(), key.expiresAt(), at);
  }
}
