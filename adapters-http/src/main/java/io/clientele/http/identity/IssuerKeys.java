package io.clientele.http.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.JSONObjectUtils;
import io.clientele.domain.PortUnavailable;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.text.ParseException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The keys of an outside issuer, fetched when the first of its tokens comes and again when a key is
 * not known, once a minute at most: whoever makes names of keys up costs the issuer nothing.
 */
final class IssuerKeys {
  private static final Duration PATIENCE = Duration.ofMillis(1500);
  private static final long PAUSE_NANOS = TimeUnit.MINUTES.toNanos(1);
  private static final long BYTES_MAX = 256 * 1024;

  private final OidcIssuer issuer;
  private final Set<JWSAlgorithm> algorithms;
  private final LongSupplier nanos;
  private volatile Map<String, JWSVerifier> verifiers = Map.of();
  private @Nullable Exception fault;
  private long askedAt;

  /** A clock that only goes forward tells when the minute is over. */
  IssuerKeys(OidcIssuer issuer, Set<JWSAlgorithm> algorithms, LongSupplier nanos) {
    this.issuer = issuer;
    this.algorithms = algorithms;
    this.nanos = nanos;
    this.askedAt = nanos.getAsLong() - PAUSE_NANOS;
  }

  OidcIssuer issuer() {
    return issuer;
  }

  /** The key of this name; null if the issuer has none. Throws if that cannot be known now. */
  @Nullable JWSVerifier find(String name) {
    var known = verifiers.get(name);
    return known != null ? known : fetched(name);
  }

  private synchronized @Nullable JWSVerifier fetched(String name) {
    if (!verifiers.containsKey(name) && nanos.getAsLong() - askedAt >= PAUSE_NANOS) {
      fetch();
      askedAt = nanos.getAsLong();
    }
    var found = verifiers.get(name);
    if (found == null && fault != null) {
      throw new PortUnavailable("the issuer " + issuer.issuer(), fault);
    }
    return found;
  }

  private void fetch() {
    try (var client = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
      var described = JSONObjectUtils.parse(body(client, issuer.discovery()));
      var place = JSONObjectUtils.getString(described, "jwks_uri");
      if (!issuer.issuer().equals(described.get("issuer"))
          || place == null
          || !OidcIssuer.isTrustworthy(place)) {
        throw new IOException("it describes another issuer, or keys at an address without TLS");
      }
      verifiers = verifiers(JWKSet.parse(body(client, URI.create(place))));
      fault = null;
    } catch (IOException | ParseException | JOSEException | IllegalArgumentException away) {
      fault = away;
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      fault = stopping;
    }
  }

  /** A request's own time limit ends with the headers: this one is for the body, too. */
  private static String body(HttpClient client, URI place)
      throws IOException, InterruptedException {
    var request = HttpRequest.newBuilder(place).build();
    var handler = BodyHandlers.limiting(BodyHandlers.ofString(), BYTES_MAX);
    var asked = client.sendAsync(request, handler);
    try {
      var answer = asked.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
      if (answer.statusCode() != 200) {
        throw new IOException(place + " answers " + answer.statusCode());
      }
      return answer.body();
    } catch (TimeoutException | ExecutionException away) {
      throw new IOException(place + " does not answer", away);
    } finally {
      asked.cancel(true);
    }
  }

  private Map<String, JWSVerifier> verifiers(JWKSet set) throws JOSEException {
    var found = new HashMap<String, JWSVerifier>();
    for (var key : set.getKeys()) {
      var verifier = isForTokens(key) ? verifier(key) : null;
      if (verifier != null) {
        found.put(key.getKeyID(), verifier);
      }
    }
    return Map.copyOf(found);
  }

  private boolean isForTokens(JWK key) {
    return key.getKeyID() != null
        && (key.getKeyUse() == null || KeyUse.SIGNATURE.equals(key.getKeyUse()))
        && (key.getAlgorithm() == null || algorithms.contains(key.getAlgorithm()));
  }

  private static @Nullable JWSVerifier verifier(JWK key) throws JOSEException {
    return switch (key) {
      case ECKey ec -> new ECDSAVerifier(ec);
      case RSAKey rsa -> new RSASSAVerifier(rsa);
      default -> null;
    };
  }
}
