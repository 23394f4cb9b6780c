package io.clientele.bootstrap.oidc;

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
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** An OpenID Connect issuer on this machine, with one key. Any origin may read its metadata. */
public final class TestOidcIssuer implements AutoCloseable {
  public static final String AUDIENCE = "clientele";
  public static final String STORE_AUDIENCE = "clientele-store";

  private static final JsonMapper JSON = new JsonMapper();
  private static final int LIFE_SECONDS = 600;

  private final HttpServer server;
  private final ECKey key;
  private final Map<String, String> metadata = new LinkedHashMap<>();

  public TestOidcIssuer() throws IOException, JOSEException {
    key = new ECKeyGenerator(Curve.P_256).keyID("one").generate();
    server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    metadata.put("issuer", url());
    metadata.put("jwks_uri", url() + "/keys");
    serve(
        "/.well-known/openid-configuration",
        http -> answer(http, JSON.writeValueAsString(metadata)));
    serve("/keys", http -> answer(http, "{\"keys\":[" + key.toPublicJWK().toJSONString() + "]}"));
    server.start();
  }

  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** Adds a member to the metadata. */
  void tell(String name, String value) {
    metadata.put(name, value);
  }

  /** Adds a page or an endpoint. */
  void serve(String path, HttpHandler handler) {
    server.createContext(path, handler);
  }

  /** An access token for ten minutes, with these claims of its own, as members of JSON. */
  public String token(String claims) throws JOSEException {
    return token('"' + AUDIENCE + '"', claims);
  }

  /** An access token for ten minutes, with the audience and these claims, all as JSON. */
  public String token(String audience, String claims) throws JOSEException {
    var now = Instant.now().getEpochSecond();
    return signed(
        "{\"iss\":\"%s\",\"aud\":%s,\"iat\":%d,\"exp\":%d,%s}"
            .formatted(url(), audience, now, now + LIFE_SECONDS, claims));
  }

  /** An access token of the store for a customer, which ended an hour ago. */
  String ended(String claims) throws JOSEException {
    var end = Instant.now().getEpochSecond() - 3600;
    return signed(
        "{\"iss\":\"%s\",\"aud\":\"%s\",\"iat\":%d,\"exp\":%d,%s}"
            .formatted(url(), STORE_AUDIENCE, end - LIFE_SECONDS, end, claims));
  }

  private String signed(String payload) throws JOSEException {
    var header =
        new JWSHeader.Builder(JWSAlgorithm.ES256)
            .type(new JOSEObjectType("application/at+jwt"))
            .keyID("one");
    var token = new JWSObject(header.build(), new Payload(payload));
    token.sign(new ECDSASigner(key));
    return token.serialize();
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private static void answer(HttpExchange http, String json) throws IOException {
    var headers = http.getResponseHeaders();
    headers.set("Access-Control-Allow-Origin", "*");
    headers.set("Content-Type", "application/json");
    var bytes = json.getBytes(UTF_8);
    http.sendResponseHeaders(200, bytes.length);
    try (var body = http.getResponseBody()) {
      body.write(bytes);
    }
  }
}
