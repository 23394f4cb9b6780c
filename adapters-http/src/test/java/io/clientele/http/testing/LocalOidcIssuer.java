package io.clientele.http.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.clientele.domain.identity.Role;
import io.clientele.http.security.JwtTokens;
import io.clientele.http.security.TokenKeys;
import io.clientele.http.security.oidc.OidcIssuer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An issuer of tokens on this machine, which publishes its keys as OpenID Connect has it. */
public final class LocalOidcIssuer implements AutoCloseable {
  public static final String AUDIENCE = "accounts";

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final CountDownLatch closing = new CountDownLatch(1);
  private final AtomicInteger asked = new AtomicInteger();
  private volatile Behaviour behaviour = Behaviour.WELL;
  private volatile ECKey key = TokenKeys.fresh().signing();
  private volatile List<String> others = List.of();
  private volatile boolean isOwnPublished = true;

  /** How it answers when it is asked for its keys. */
  public enum Behaviour {
    WELL,
    /** With more than anyone's keys are. */
    AT_LENGTH,
    /** It begins, and then says nothing more. */
    FALTERING,
    /** It takes the request, and says nothing. */
    SILENT,
    WITH_A_FAULT,
    WITH_NONSENSE,
    FOR_ANOTHER
  }

  public LocalOidcIssuer() throws IOException {
    server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    server.setExecutor(threads);
    server.createContext("/.well-known/openid-configuration", this::describe);
    server.createContext("/keys", this::keys);
    server.start();
  }

  public OidcIssuer configured() {
    return configured(OidcIssuer.DEFAULT_ROLES, OidcIssuer.DEFAULT_MAX_AGE);
  }

  public OidcIssuer configured(Set<Role> roles, Duration maxAge) {
    return new OidcIssuer(url(), AUDIENCE, roles, maxAge);
  }

  /** Publishes these JWKs too, before the key that signs. */
  public void publish(String... jwks) {
    others = List.of(jwks);
    isOwnPublished = true;
  }

  /** Publishes this JWK, and not the key that signs. */
  public void publishAlone(String jwk) {
    others = List.of(jwk);
    isOwnPublished = false;
  }

  public String publicKey() {
    return key.toPublicJWK().toJSONString();
  }

  public void behave(Behaviour other) {
    behaviour = other;
  }

  /** Publishes and signs with another key from now on. */
  public void rotate() {
    key = TokenKeys.fresh().signing();
  }

  /** How often its keys were asked for. */
  public int asked() {
    return asked.get();
  }

  public JWTClaimsSet.Builder claims() {
    var now = Instant.now();
    return new JWTClaimsSet.Builder()
        .issuer(url())
        .audience(AUDIENCE)
        .subject("ada")
        .claim("name", "Ada Lovelace")
        .claim("roles", List.of("auditor", "pilot"))
        .issueTime(Date.from(now))
        .expirationTime(Date.from(now.plusSeconds(600)));
  }

  public String token() throws Exception {
    return token(claims(), key.getKeyID());
  }

  /** A token that says it is signed with the key of this name. */
  public String token(JWTClaimsSet.Builder claims, String kid) throws Exception {
    var header = new JWSHeader.Builder(JWSAlgorithm.ES256).type(JwtTokens.TYPE).keyID(kid);
    return signed(header.build(), new Payload(claims.build().toJSONObject()));
  }

  /** A token of these claims, of which the last of two equal ones counts. */
  public String token(String claims) throws Exception {
    var header = new JWSHeader.Builder(JWSAlgorithm.ES256).type(JwtTokens.TYPE);
    return signed(header.keyID(kid()).build(), new Payload(claims));
  }

  public String signed(JWSHeader header, Payload claims) throws Exception {
    var token = new JWSObject(header, claims);
    token.sign(new ECDSASigner(key));
    return token.serialize();
  }

  public String kid() {
    return key.getKeyID();
  }

  @Override
  public void close() {
    closing.countDown();
    server.stop(0);
    threads.shutdownNow();
  }

  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  private void describe(HttpExchange http) throws IOException {
    var name = behaviour == Behaviour.FOR_ANOTHER ? "https://id.example.com" : url();
    answer(http, 200, "{\"issuer\":\"%s\",\"jwks_uri\":\"%s/keys\"}".formatted(name, url()));
  }

  private void keys(HttpExchange http) throws IOException {
    asked.incrementAndGet();
    var own = isOwnPublished ? Stream.of(publicKey()) : Stream.<String>of();
    var all = Stream.concat(others.stream(), own).collect(Collectors.joining(","));
    var set = "{\"keys\":[" + all + "]}";
    switch (behaviour) {
      case WELL, FOR_ANOTHER -> answer(http, 200, set);
      case AT_LENGTH -> answer(http, 200, set + " ".repeat(300 * 1024));
      case WITH_A_FAULT -> answer(http, 500, set);
      case WITH_NONSENSE -> answer(http, 200, "<html>");
      case SILENT -> hold(http);
      case FALTERING -> {
        http.sendResponseHeaders(200, 0);
        http.getResponseBody().write('{');
        http.getResponseBody().flush();
        hold(http);
      }
    }
  }

  private void hold(HttpExchange http) {
    try {
      closing.await();
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
    http.close();
  }

  private static void answer(HttpExchange http, int status, String text) throws IOException {
    var bytes = text.getBytes(UTF_8);
    http.sendResponseHeaders(status, bytes.length);
    try (var body = http.getResponseBody()) {
      body.write(bytes);
    }
  }
}
