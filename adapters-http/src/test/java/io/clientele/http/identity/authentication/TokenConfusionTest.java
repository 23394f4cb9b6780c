package io.clientele.http.identity.authentication;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDHEncrypter;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jwt.EncryptedJWT;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.clientele.http.security.JwtTokens;
import io.clientele.http.security.TokenKeys;
import io.clientele.http.security.oidc.ExternalTokenVerifier;
import io.clientele.http.testing.InMemoryServer;
import io.clientele.http.testing.RawSocketClient;
import io.clientele.http.testing.TestClient;
import io.clientele.http.testing.context.InMemoryContexts;
import io.clientele.http.testing.context.InMemoryIdentity;
import java.net.URI;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Tokens that want to be taken for ours. */
class TokenConfusionTest {
  private static final ECKey OURS = InMemoryIdentity.KEYS.signing();
  private static final ECKey THEIRS = TokenKeys.fresh().signing();
  private static final String BASE64URL =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  private static final String URL = "https://evil.example.com/keys";

  private static InMemoryServer service;
  private static TestClient caller;

  @BeforeAll
  static void start() {
    service = new InMemoryServer();
    caller = new TestClient(service.port());
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  @Test
  void aTokenMadeByTheRulesIsAccepted() throws Exception {
    assertThat(status(signed(header(OURS).build(), claims().build(), OURS))).isEqualTo(200);
  }

  @TestFactory
  List<DynamicTest> noneOfTheseIsTaken() throws Exception {
    return tokens().entrySet().stream()
        .map(
            token ->
                DynamicTest.dynamicTest(
                    token.getKey(),
                    () -> {
                      var answer =
                          caller.get("/v1/me", "Authorization: Bearer " + token.getValue());
                      assertThat(answer.status()).isEqualTo(401);
                      assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer ");
                      assertThat(answer.json().path("type").asString())
                          .isEqualTo("/problems/not-authenticated");
                    }))
        .toList();
  }

  @Test
  void aTokenOfAMebibyteIsRefusedByItsSize() throws Exception {
    try (var wire = new RawSocketClient(service.port())) {
      var large = "x".repeat(1 << 20);
      wire.send(RawSocketClient.request("GET", "/v1/me", "", "Authorization: Bearer " + large));
      assertThat(wire.read().status()).isIn(431, 0);
    }
    assertThat(
            new TokenVerifier(
                    InMemoryIdentity.KEYS,
                    new ExternalTokenVerifier(
                        List.of(), Set.of(), InMemoryIdentity.NAMING, InMemoryContexts.POLICY),
                    InMemoryContexts.POLICY,
                    java.time.InstantSource.system())
                .read("x".repeat(1 << 20)))
        .isNull();
  }

  /** The same bytes in base64url that RFC 7515, section 2, does not allow. */
  private static void putOtherSpellings(Map<String, String> tokens, String good) {
    tokens.put("a letter beyond base64url after it", good + "\u00e9");
    tokens.put("padded", good + "==");
    tokens.put("an exclamation mark in it", good.substring(0, 9) + "!" + good.substring(9));
    // 64 bytes leave four bits of the last character unused
    var last = BASE64URL.indexOf(good.charAt(good.length() - 1));
    var other = BASE64URL.charAt(last + 1);
    tokens.put("unused bits that are set", good.substring(0, good.length() - 1) + other);
  }

  private static Map<String, String> tokens() throws Exception {
    var good = signed(header(OURS).build(), claims().build(), OURS);
    var parts = good.split("\\.");
    var tokens = new LinkedHashMap<String, String>();
    tokens.put("empty", "");
    tokens.put("none", encoded("{\"alg\":\"none\",\"typ\":\"at+jwt\"}") + "." + parts[1] + ".");
    tokens.put("none, signed", encoded("{\"alg\":\"none\"}") + "." + parts[1] + "." + parts[2]);
    tokens.put("HS256 with the public key", hmac());
    tokens.put("a signature of noughts", parts[0] + "." + parts[1] + "." + noughts());
    tokens.put("no signature", parts[0] + "." + parts[1] + ".");
    tokens.put("another payload", parts[0] + "." + encoded("{\"sub\":\"x\"}") + "." + parts[2]);
    tokens.put("truncated", good.substring(0, good.length() - 4));
    putOtherSpellings(tokens, good);
    tokens.put("encrypted", encrypted());
    tokens.put("a foreign key of our name", signed(header(OURS).build(), claims().build(), THEIRS));
    tokens.put("a foreign name", signed(header(THEIRS).build(), claims().build(), THEIRS));
    for (var kid : List.of("../../etc/passwd", "x' OR '1'='1", "/dev/null", "")) {
      var header = new JWSHeader.Builder(JWSAlgorithm.ES256).type(JwtTokens.TYPE).keyID(kid);
      tokens.put("kid " + kid, signed(header.build(), claims().build(), THEIRS));
    }
    var bare = new JWSHeader.Builder(JWSAlgorithm.ES256).type(JwtTokens.TYPE);
    tokens.put("no kid", signed(bare.build(), claims().build(), OURS));
    tokens.put("jku", signed(header(OURS).jwkURL(URI.create(URL)).build(), claims().build(), OURS));
    tokens.put(
        "x5u", signed(header(OURS).x509CertURL(URI.create(URL)).build(), claims().build(), OURS));
    tokens.put(
        "jwk", signed(header(THEIRS).jwk(THEIRS.toPublicJWK()).build(), claims().build(), THEIRS));
    for (var type : List.of("JWT", "dpop+jwt", "id+jwt")) {
      var header = header(OURS).type(new JOSEObjectType(type)).build();
      tokens.put("typ " + type, signed(header, claims().build(), OURS));
    }
    var now = Instant.now();
    put(tokens, "expired", claims().expirationTime(Date.from(now.minusSeconds(1))));
    put(tokens, "without an end", claims().expirationTime(null));
    put(tokens, "of a time to come", claims().notBeforeTime(Date.from(now.plusSeconds(60))));
    put(tokens, "another audience", claims().audience("another"));
    put(tokens, "two audiences", claims().audience(List.of("clientele", "another")));
    put(tokens, "no audience", claims().audience((String) null));
    put(tokens, "another issuer", claims().issuer("https://id.example.com"));
    put(tokens, "no issuer", claims().issuer(null));
    put(tokens, "no subject", claims().subject(null));
    put(tokens, "a subject that is no id", claims().subject("admin"));
    put(tokens, "no session", claims().claim("sid", null));
    put(tokens, "no generation", claims().claim("generation", null));
    return tokens;
  }

  private static void put(Map<String, String> tokens, String name, JWTClaimsSet.Builder claims)
      throws Exception {
    tokens.put(name, signed(header(OURS).build(), claims.build(), OURS));
  }

  private static JWTClaimsSet.Builder claims() throws Exception {
    var good = SignedJWT.parse(InMemoryIdentity.ADMIN_BEARER).getJWTClaimsSet();
    return new JWTClaimsSet.Builder(good);
  }

  private static JWSHeader.Builder header(ECKey key) {
    return new JWSHeader.Builder(JWSAlgorithm.ES256).type(JwtTokens.TYPE).keyID(key.getKeyID());
  }

  private static String signed(JWSHeader header, JWTClaimsSet claims, ECKey key) throws Exception {
    var jwt = new SignedJWT(header, claims);
    jwt.sign(new ECDSASigner(key));
    return jwt.serialize();
  }

  private static String hmac() throws Exception {
    var header =
        new JWSHeader.Builder(JWSAlgorithm.HS256).type(JwtTokens.TYPE).keyID(OURS.getKeyID());
    var jwt = new SignedJWT(header.build(), claims().build());
    jwt.sign(new MACSigner(OURS.toPublicJWK().toJSONString().getBytes(UTF_8)));
    return jwt.serialize();
  }

  private static String encrypted() throws Exception {
    var header =
        new JWEHeader.Builder(JWEAlgorithm.ECDH_ES, EncryptionMethod.A128GCM)
            .keyID(OURS.getKeyID())
            .build();
    var jwt = new EncryptedJWT(header, claims().build());
    jwt.encrypt(new ECDHEncrypter(OURS.toPublicJWK()));
    return jwt.serialize();
  }

  private static String noughts() {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(new byte[64]);
  }

  private static String encoded(String json) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(UTF_8));
  }

  private static int status(String token) {
    return caller.get("/v1/me", "Authorization: Bearer " + token).status();
  }
}
