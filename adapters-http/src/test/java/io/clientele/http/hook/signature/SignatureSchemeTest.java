package io.clientele.http.hook.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientele.domain.hook.HookContent;
import io.clientele.domain.hook.SignatureVerifier;
import io.clientele.domain.kernel.InvalidValue;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignatureSchemeTest {
  private static final Instant SENT = Instant.ofEpochSecond(1614265330);
  private static final String STRIPE_SECRET = "whsec_a secret of the shop";

  /** The example of the Standard Webhooks specification. */
  private static final Map<String, String> STANDARD =
      Map.of(
          "webhook-id", "msg_p5jXN8AQM9LWM0D4loKWxJek",
          "webhook-timestamp", "1614265330",
          "webhook-signature", "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");

  private static final String STANDARD_BODY = "{\"test\": 2432232314}";

  private final SignatureVerifier standard =
      SignatureScheme.STANDARD_WEBHOOKS.verifier("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", 1);
  private final SignatureVerifier stripe = SignatureScheme.STRIPE.verifier(STRIPE_SECRET, 2);

  /** The secret and the message are the example of GitHub's documentation. */
  private final SignatureVerifier github =
      SignatureScheme.GITHUB.verifier("It's a Secret to Every" + "body", 1);

  @Test
  void theExampleOfStandardWebhooksIsVerified() {
    assertThat(standard.verify(content(STANDARD, STANDARD_BODY), SENT))
        .contains("msg_p5jXN8AQM9LWM0D4loKWxJek");
    assertThat(standard.name()).isEqualTo("standard-webhooks/1");
  }

  @Test
  void theExampleOfGithubIsVerified() {
    assertThat(github.verify(content(github("7f3c"), "Hello, World!"), SENT)).contains("7f3c");
    assertThat(github.verify(content(github("7f3c"), "Hello, World?"), SENT)).isEmpty();
  }

  @Test
  void theSameMessageUnderAnotherIdIsVerifiedWhereTheSchemeSignsNoId() {
    assertThat(github.verify(content(github("other"), "Hello, World!"), SENT)).contains("other");
    var other = new HashMap<>(STANDARD);
    other.put("webhook-id", "other");
    assertThat(standard.verify(content(other, STANDARD_BODY), SENT)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"-300, true", "300, true", "-301, false", "301, false", "86400, false"})
  void aTimeIsAtMostFiveMinutesAway(long seconds, boolean isVerified) {
    var now = SENT.plusSeconds(seconds);
    assertThat(standard.verify(content(STANDARD, STANDARD_BODY), now).isPresent())
        .isEqualTo(isVerified);
    assertThat(stripe.verify(stripe("{\"id\":\"evt_1\"}"), now).isPresent()).isEqualTo(isVerified);
  }

  @Test
  void theIdOfAStripeMessageIsThatOfItsEvent() {
    assertThat(stripe.name()).isEqualTo("stripe/2");
    assertThat(
            stripe.verify(
                stripe("{\"data\":{\"id\":\"pi_9\",\"a\":[{}]},\"id\":\"evt_1\",\"x\":1}"), SENT))
        .contains("evt_1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "{}", "[]", "{\"id\":7}", "{\"id\":\"\"}", "{\"id\":\"ä\"}", "{\"id\":", "x"})
  void aStripeMessageWithoutAnIdIsKnownByItsBody(String body) {
    assertThat(stripe.verify(stripe(body), SENT).orElseThrow()).matches("sha256:[0-9a-f]{64}");
  }

  @Test
  void oneOfSeveralStripeSignaturesIsEnoughAndOthersAreOfNoUse() {
    var body = "{\"id\":\"evt_1\"}";
    var right = signature(STRIPE_SECRET, "1614265330." + body);
    assertThat(verified("t=1614265330,v1=" + "0".repeat(64) + ",v1=" + right, body)).isTrue();
    assertThat(verified("t=1614265330,v0=" + right, body)).isFalse();
    assertThat(verified("t=1614265331,v1=" + right, body)).isFalse();
    assertThat(verified("v1=" + right, body)).isFalse();
    assertThat(verified("t=1614265330", body)).isFalse();
    assertThat(verified("t=99999999999999,v1=" + right, body)).isFalse();
    assertThat(verified("t=1614265330," + "v1=0,".repeat(10) + "v1=" + right, body)).isFalse();
  }

  @ParameterizedTest
  @EnumSource
  void aMessageWithoutASignatureIsNotVerified(SignatureScheme scheme) {
    var verifier = scheme.verifier("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", 1);
    assertThat(verifier.verify(content(Map.of(), "{}"), SENT)).isEmpty();
    for (var header : verifier.headers()) {
      assertThat(verifier.verify(content(Map.of(header, "sha256="), ""), SENT)).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a b", "é"})
  void anIdIsVisibleAscii(String id) {
    assertThat(github.verify(content(github(id), "Hello, World!"), SENT)).isEmpty();
  }

  @Test
  void anIdHasAtMost255Characters() {
    assertThat(github.verify(content(github("a".repeat(255)), "Hello, World!"), SENT)).isPresent();
    assertThat(github.verify(content(github("a".repeat(256)), "Hello, World!"), SENT)).isEmpty();
  }

  @Test
  void aSecretThatIsShortOrOfAnotherFormIsRefused() {
    assertThatThrownBy(() -> SignatureScheme.GITHUB.verifier("short", 1))
        .isInstanceOf(InvalidValue.class);
    assertThatThrownBy(() -> SignatureScheme.STANDARD_WEBHOOKS.verifier("a".repeat(32), 1))
        .isInstanceOf(InvalidValue.class);
    assertThat(SignatureScheme.of("hmac-sha256")).contains(SignatureScheme.HMAC_SHA256);
    assertThat(SignatureScheme.of("none")).isEmpty();
  }

  private boolean verified(String header, String body) {
    return stripe.verify(content(Map.of("Stripe-Signature", header), body), SENT).isPresent();
  }

  private static HookContent stripe(String body) {
    var signature = signature(STRIPE_SECRET, "1614265330." + body);
    return content(Map.of("Stripe-Signature", "t=1614265330,v1=" + signature), body);
  }

  private static Map<String, String> github(String id) {
    return Map.of(
        "X-GitHub-Delivery",
        id,
        "X-Hub-Signature-256",
        "sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17");
  }

  private static HookContent content(Map<String, String> headers, String body) {
    return new HookContent(headers, body.getBytes(StandardCharsets.UTF_8));
  }

  private static String signature(String secret, String signed) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return HexFormat.of().formatHex(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
