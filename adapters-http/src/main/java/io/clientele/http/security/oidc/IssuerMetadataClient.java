package io.clientele.http.security.oidc;

import com.nimbusds.jose.util.JSONObjectUtils;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.text.ParseException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Fetches an issuer's keys: first its metadata, then the JWK set that the metadata names. */
final class IssuerMetadataClient {
  private static final Duration REQUEST_MAX = Duration.ofSeconds(3);
  private static final long BYTES_MAX = 256 * 1024;

  private final OidcIssuer issuer;

  IssuerMetadataClient(OidcIssuer issuer) {
    this.issuer = issuer;
  }

  IssuerKeySet fetch() throws IOException, ParseException, InterruptedException {
    var client = HttpClient.newBuilder().connectTimeout(REQUEST_MAX).build();
    try {
      var metadata = JSONObjectUtils.parse(body(client, issuer.discovery()));
      var place = JSONObjectUtils.getString(metadata, "jwks_uri");
      if (!issuer.issuer().equals(metadata.get("issuer"))
          || place == null
          || !OidcIssuer.isTrustworthy(place)) {
        throw new IOException("its metadata names another issuer, or keys without TLS");
      }
      return IssuerKeySet.parse(issuer.issuer(), body(client, URI.create(place)));
    } finally {
      // Closing would wait for what hangs.
      client.shutdownNow();
    }
  }

  /** Limits the whole exchange: a time limit of the request would end with the headers. */
  private static String body(HttpClient client, URI place)
      throws IOException, InterruptedException {
    var request = HttpRequest.newBuilder(place).header("Accept", "application/json").build();
    var handler = BodyHandlers.limiting(BodyHandlers.ofString(), BYTES_MAX);
    var exchange = client.sendAsync(request, handler);
    try {
      var response = exchange.get(REQUEST_MAX.toMillis(), TimeUnit.MILLISECONDS);
      if (response.statusCode() != 200) {
        throw new IOException(place + " answers " + response.statusCode());
      }
      return response.body();
    } catch (TimeoutException | ExecutionException away) {
      throw new IOException(place + " does not answer", away);
    } finally {
      exchange.cancel(true);
    }
  }
}
