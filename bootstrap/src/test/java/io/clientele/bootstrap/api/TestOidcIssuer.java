package io.clientele.bootstrap.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Instant;

/** An OpenID Connect issuer on this machine, with one key. */
final class TestOidcIssuer implements AutoCloseable {
  static final String AUDIENCE = "clientele";

  private final HttpServer server;
  private final ECKey key;

  TestOidcIssuer() throws IOException, JOSEException {
    key = new ECKeyGenerator(Curve.P_256).keyID("one").generate();
    server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    server.createContext(
        "/.well-known/openid-configuration",
        http ->
            answer(http, "{\"issuer\":\"%s\",\"jwks_uri\":\"%s/keys\"}".formatted(url(), url())));
    server.createContext(
        "/keys", http -> answer(http, "{\"keys\":[" + key.toPublicJWK().toJSONString() + "]}"));
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** An access token for ten minutes, with these claims of its own, as members of JSON. */
  String token(String claims) throws JOSEException {
    var now = Instant.now().getEpochSecond();
    var header =
        new JWSHeader.Builder(JWSAlgorithm.ES256)
            .type(new JOSEObjectType("application/at+jwt"))
            .keyID("one");
    var payload =
        "{\"iss\":\"%s\",\"aud\":\"%s\",\"iat\":%d,\"exp\":%d,%s}"
            .formatted(url(), AUDIENCE, now, now + 600, claims);
    var token = new JWSObject(header.build(), new Payload(payload));
    token.sign(new ECDSASigner(key));
    return token.serialize();
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private static void answer(HttpExchange http, String json) throws IOException {
    var bytes = json.getBytes(UTF_8);
    http.sendResponseHeaders(200, bytes.length);
    try (var body = http.getResponseBody()) {
      body.write(bytes);
    }
  }
}
