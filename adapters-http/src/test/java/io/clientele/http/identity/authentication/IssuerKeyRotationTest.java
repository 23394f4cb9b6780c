package io.clientele.http.identity.authentication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.OctetSequenceKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import io.clientele.domain.kernel.PortUnavailable;
import io.clientele.http.security.JwtTokens;
import io.clientele.http.security.oidc.ExternalTokenVerifier;
import io.clientele.http.testing.LocalOidcIssuer;
import io.clientele.http.testing.context.InMemoryContexts;
import io.clientele.http.testing.context.InMemoryIdentity;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys of an issuer that rotates, breaks and hangs. */
@Timeout(40)
class IssuerKeyRotationTest {
  /** Overflows after a minute of a test, as {@link System#nanoTime} may. */
  private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 60_000_000_000L);

  private LocalOidcIssuer issuer;
  private ExternalTokenVerifier outside;
  private TokenVerifier reader;

  @BeforeEach
  void start() throws Exception {
    issuer = new LocalOidcIssuer();
    outside =
        new ExternalTokenVerifier(
            List.of(issuer.configured()),
            Set.of(),
            InMemoryIdentity.NAMING,
            InMemoryContexts.POLICY,
            nanos::get);
    reader =
        new TokenVerifier(
            InMemoryIdentity.KEYS, outside, InMemoryContexts.POLICY, InstantSource.system());
  }

  @AfterEach
  void stop() {
    issuer.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"kty\":\"EC\",\"crv\":\"BP-256\",\"kid\":\"a\",\"x\":\"AQ\",\"y\":\"AQ\"}",
        "{\"kty\":\"XYZ\",\"kid\":\"a\"}",
        "{\"kid\":\"a\"}",
        "{}",
        "null",
        "7",
        "\"key\"",
        "[]",
        "{\"kty\":7,\"kid\":[]}",
        "{\"kty\":\"RSA\",\"kid\":\"a\",\"n\":\"AQAB\"}",
        "{\"kty\":\"RSA\",\"kid\":\"a\",\"n\":\"AQAB\",\"e\":\"AQAB\"}",
        "{\"kty\":\"RSA\",\"kid\":\"a\",\"n\":\"\",\"e\":\"\"}",
        "{\"kty\":\"EC\",\"crv\":\"P-256\",\"kid\":\"a\",\"x\":\"AQ\",\"y\":\"AQ\"}",
        "{\"kty\":\"EC\",\"crv\":\"P-256\",\"kid\":\"a\",\"x\":\"AQ\"}",
        "{\"kty\":\"EC\",\"kid\":\"a\",\"x\":\"AQ\",\"y\":\"AQ\"}",
        "{\"kty\":\"OKP\",\"crv\":\"X448\",\"kid\":\"a\",\"x\":\"AQ\"}",
        "{\"kty\":\"oct\",\"kid\":\"a\"}",
        "{\"kty\":\"RSA\",\"kid\":\"a\",\"n\":\"AQAB\",\"e\":\"AQAB\",\"x5c\":[\"!\"]}",
        "{\"kty\":\"AKP\",\"alg\":\"ML-DSA-44\",\"kid\":\"a\",\"pub\":\"AQ\"}"
      })
  void anUnusableKeyIsIgnoredAndTheOthersAreUsed(String key) throws Exception {
    issuer.publish(key);
    assertThat(reader.read(issuer.token())).isNotNull();
  }

  @Test
  void keysOfAnotherUseOrAlgorithmAreIgnored() throws Exception {
    issuer.publish(
        new ECKeyGenerator(Curve.P_384).keyID(issuer.kid()).generate().toJSONString(),
        new ECKeyGenerator(Curve.P_256)
            .keyID(issuer.kid())
            .algorithm(JWSAlgorithm.ES384)
            .generate()
            .toJSONString(),
        "{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"kid\":\"%s\",\"x\":\"%s\"}"
            .formatted(issuer.kid(), "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"),
        new OctetSequenceKeyGenerator(256).keyID(issuer.kid()).generate().toJSONString(),
        new RSAKeyGenerator(2048).keyID(issuer.kid()).generate().toJSONString());
    assertThat(reader.read(issuer.token())).isNotNull();

    issuer.publish();
    var own = issuer.publicKey();
    var unusable =
        List.of(
            own.replace("\"use\":\"sig\"", "\"use\":\"enc\""),
            own.replace("\"use\":\"sig\"", "\"key_ops\":[\"sign\"]"),
            own.replace("\"alg\":\"ES256\"", "\"alg\":\"ES512\""));
    assertThat(unusable).doesNotContain(own);
    for (var key : unusable) {
      issuer.publishAlone(key);
      nanos.addAndGet(Duration.ofMinutes(5).toNanos());
      outside.refresh();
      awaitRefused(issuer.token());
    }
  }

  @Test
  void twoKeysOfOneIdAreBothTried() throws Exception {
    var other = new ECKeyGenerator(Curve.P_256).keyID(issuer.kid()).generate();
    issuer.publish(other.toPublicJWK().toJSONString());
    assertThat(reader.read(issuer.token())).isNotNull();
  }

  @Test
  void aTokenWithoutAKeyIdIsValidIfOneKeyFits() throws Exception {
    var header = new JWSHeader.Builder(JWSAlgorithm.ES256).type(JwtTokens.TYPE).build();
    var token = issuer.signed(header, new Payload(issuer.claims().build().toJSONObject()));
    assertThat(reader.read(token)).isNotNull();

    var other = new ECKeyGenerator(Curve.P_256).keyID("other").generate();
    issuer.publish(other.toPublicJWK().toJSONString());
    nanos.addAndGet(Duration.ofMinutes(5).toNanos());
    outside.refresh();
    awaitRefused(token);
  }

  @Test
  void unknownKeyIdsAreFetchedAtASmallRate() throws Exception {
    for (var i = 0; i < 100; i++) {
      refused(issuer.token(issuer.claims(), "made up " + i));
    }
    assertThat(issuer.asked()).isEqualTo(3);

    nanos.addAndGet(Duration.ofSeconds(5).toNanos() - 1);
    refused(issuer.token(issuer.claims(), "made up"));
    assertThat(issuer.asked()).isEqualTo(3);
    nanos.addAndGet(1);
    refused(issuer.token(issuer.claims(), "made up"));
    refused(issuer.token(issuer.claims(), "made up, too"));
    assertThat(issuer.asked()).isEqualTo(4);
  }

  @Test
  void aFloodOfUnknownKeyIdsCausesNoMoreFetchesWhileTheIssuerHangs() throws Exception {
    issuer.behave(LocalOidcIssuer.Behaviour.SILENT);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var answers =
          IntStream.range(0, 200)
              .mapToObj(
                  i ->
                      threads.submit(
                          () -> unknowable(issuer.token(issuer.claims(), "made up " + i))))
              .toList();
      for (var answer : answers) {
        answer.get();
      }
    }
    assertThat(issuer.asked()).isBetween(1, 3);
  }

  @Test
  void aNewKeyReplacesTheOldOneAtOnce() throws Exception {
    var before = issuer.token();
    assertThat(reader.read(before)).isNotNull();
    issuer.rotate();

    assertThat(reader.read(issuer.token())).isNotNull();
    refused(before);
  }

  @Test
  void aWithdrawnKeyIsTrustedForAtMostFiveMinutes() throws Exception {
    var good = issuer.token();
    var caller = reader.read(good);
    assertThat(reader.trusts(caller)).isTrue();
    issuer.rotate();

    nanos.addAndGet(Duration.ofMinutes(4).toNanos());
    outside.refresh();
    assertThat(issuer.asked()).isEqualTo(1);
    nanos.addAndGet(Duration.ofMinutes(1).toNanos() - Duration.ofSeconds(10).toNanos());
    outside.refresh();
    await(() -> !reader.trusts(caller));
    refused(good);
  }

  @Test
  void aRefreshKeepsCachedCallersOfRemainingKeys() throws Exception {
    var caller = reader.read(issuer.token());
    issuer.publish(new RSAKeyGenerator(2048).keyID("new").generate().toJSONString());
    nanos.addAndGet(Duration.ofMinutes(5).toNanos());
    outside.refresh();
    await(() -> issuer.asked() == 2);
    assertThat(reader.read(issuer.token())).isNotNull();
    assertThat(reader.trusts(caller)).isTrue();
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "WELL")
  void aKeyIsFetchedWithinAMinuteAfterAFailure(LocalOidcIssuer.Behaviour behaviour)
      throws Exception {
    issuer.behave(behaviour);
    unknowable(issuer.token());
    issuer.behave(LocalOidcIssuer.Behaviour.WELL);

    var token = issuer.token();
    await(
        () -> {
          nanos.addAndGet(Duration.ofSeconds(1).toNanos());
          return ifKnown(token) != null;
        });
  }

  @Test
  void keysStayValidForAnHourOfOutage() throws Exception {
    var good = issuer.token();
    var caller = reader.read(good);
    var another = issuer.token(issuer.claims(), "another");
    issuer.close();

    nanos.addAndGet(Duration.ofMinutes(59).toNanos());
    assertThat(reader.read(good)).isNotNull();
    unknowable(another);
    assertThat(reader.trusts(caller)).isTrue();
    nanos.addAndGet(Duration.ofMinutes(1).toNanos());
    assertThat(reader.trusts(caller)).isFalse();
    unknowable(good);
    assertThat(reader.read(InMemoryIdentity.ADMIN_BEARER)).isNotNull();
  }

  private static void await(BooleanSupplier condition) {
    while (!condition.getAsBoolean()) {
      assertThat(Thread.interrupted()).as("the test takes too long").isFalse();
      LockSupport.parkNanos(1_000_000);
    }
  }

  private void awaitRefused(String token) {
    await(() -> reader.read(token) == null);
  }

  private AuthenticatedCaller ifKnown(String token) {
    try {
      return reader.read(token);
    } catch (PortUnavailable notYet) {
      return null;
    }
  }

  private void refused(String token) {
    assertThat(reader.read(token)).isNull();
  }

  private Void unknowable(String token) {
    assertThatThrownBy(() -> reader.read(token)).isInstanceOf(PortUnavailable.class);
    return null;
  }
}
