package io.clientele.http.security.oidc;

import com.nimbusds.jose.JWSHeader;
import io.clientele.domain.kernel.PortUnavailable;
import io.clientele.domain.kernel.Quota;
import java.io.IOException;
import java.text.ParseException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The current keys of one issuer. A background refresh replaces them every five minutes, so a key
 * that the issuer withdrew is trusted no longer than that. Without a refresh for an hour no key is
 * trusted. A token whose key is unknown asks for a refresh; the rate of those is limited, because
 * anyone can make up names of keys.
 */
final class IssuerKeySource {
  private static final Logger LOG = LoggerFactory.getLogger(IssuerKeySource.class);

  /** Five minutes, less the period of the job and the time that a fetch may take. */
  private static final long REFRESH_NANOS = Duration.ofSeconds(285).toNanos();

  private static final long RETRY_NANOS = Duration.ofSeconds(15).toNanos();
  private static final long TRUST_NANOS = Duration.ofHours(1).toNanos();

  /** The rate of fetches that tokens cause: three at once, then one every five seconds. */
  private static final Quota FETCHES = new Quota(3, Duration.ofSeconds(15));

  private static final Duration WAIT_MAX = Duration.ofMillis(1500);

  /**
   * The number of requests that wait for one issuer, which bounds the effect of a flood of unknown
   * keys.
   */
  private static final int WAITING_MAX = 8;

  private final OidcIssuer issuer;
  private final IssuerMetadataClient documents;
  private final LongSupplier nanoTime;
  private final Semaphore waiting = new Semaphore(WAITING_MAX);
  private volatile State state;
  private long fetchesWholeAt;
  private CompletableFuture<?> fetch = CompletableFuture.completedFuture(null);

  /**
   * What the last fetches gave.
   *
   * @param keys of the last fetch that succeeded
   * @param fetchedAt when that fetch began; does not matter while there are no keys
   * @param triedAt when the last fetch began
   * @param fault why the last fetch failed; null if it succeeded
   */
  private record State(
      @Nullable IssuerKeySet keys, long fetchedAt, long triedAt, @Nullable Exception fault) {}

  /** Measures time by a clock that only goes forward. */
  IssuerKeySource(OidcIssuer issuer, LongSupplier nanoTime) {
    this.issuer = issuer;
    this.documents = new IssuerMetadataClient(issuer);
    this.nanoTime = nanoTime;
    var now = nanoTime.getAsLong();
    this.state = new State(null, now, now - REFRESH_NANOS, null);
    this.fetchesWholeAt = now;
  }

  /**
   * The keys that may have signed a token with this header; empty if the issuer has none.
   *
   * @throws PortUnavailable if the issuer's keys cannot be known now
   */
  List<IssuerKey> find(JWSHeader header) {
    var known = current().fitting(header);
    if (!known.isEmpty()) {
      return known;
    }
    var isAnswered = awaitFetch();
    var fetched = current().fitting(header);
    var now = state;
    if (fetched.isEmpty() && (!isAnswered || now.fault() != null || now.keys() == null)) {
      var fault = now.fault() == null ? new IOException("no answer yet") : now.fault();
      throw new PortUnavailable("the issuer " + issuer.issuer(), fault);
    }
    return fetched;
  }

  /** Whether the issuer still publishes this key, as far as is known. */
  boolean trusts(IssuerKey key) {
    return current().contains(key);
  }

  /** Begins a fetch if the last one is too old. Waits for nothing. */
  synchronized void refresh() {
    var last = state;
    var period = last.fault() == null && last.keys() != null ? REFRESH_NANOS : RETRY_NANOS;
    var isFirst = last.fault() == null && last.keys() == null;
    if (fetch.isDone() && (isFirst || nanoTime.getAsLong() - last.triedAt() >= period)) {
      begin();
    }
  }

  private IssuerKeySet current() {
    var now = state;
    return now.keys() != null && nanoTime.getAsLong() - now.fetchedAt() < TRUST_NANOS
        ? now.keys()
        : IssuerKeySet.EMPTY;
  }

  /** False if a fetch is under way and did not end in time. */
  private boolean awaitFetch() {
    var begun = demanded();
    if (begun.isDone()) {
      return true;
    }
    if (!waiting.tryAcquire()) {
      return false;
    }
    try {
      begun.get(WAIT_MAX.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException | ExecutionException late) {
      return false;
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      return false;
    } finally {
      waiting.release();
    }
  }

  /** The fetch under way, or a new one if the rate allows it, or the last one. */
  private synchronized CompletableFuture<?> demanded() {
    var now = nanoTime.getAsLong();
    if (fetch.isDone() && FETCHES.left(fetchesWholeAt, now) >= 1) {
      fetchesWholeAt = FETCHES.after(1, fetchesWholeAt, now);
      begin();
    }
    return fetch;
  }

  private void begin() {
    fetch = CompletableFuture.runAsync(this::fetch, task -> Thread.ofVirtual().start(task));
  }

  private void fetch() {
    var began = nanoTime.getAsLong();
    var before = state;
    try {
      var keys = documents.fetch();
      state = new State(keys, began, began, null);
      if (!keys.equals(before.keys())) {
        LOG.info(
            "issuer {} has {} usable keys, {} are ignored",
            issuer.issuer(),
            keys.keys().size(),
            keys.ignored());
      }
    } catch (IOException | ParseException | RuntimeException away) {
      failed(before, began, away);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      failed(before, began, stopping);
    }
  }

  private void failed(State before, long began, Exception fault) {
    state = new State(before.keys(), before.fetchedAt(), began, fault);
    if (before.fault() == null) {
      LOG.warn("keys of issuer {} cannot be fetched: {}", issuer.issuer(), fault.toString());
    }
  }
}
