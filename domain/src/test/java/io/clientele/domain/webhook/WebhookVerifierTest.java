package io.clientele.domain.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.clientele.domain.kernel.InvalidValue;
import io.clientele.domain.webhook.WebhookVerifier.Result;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The message, secret and signature are those of the tests of the Standard Webhooks libraries. */
class WebhookVerifierTest {
  private static final WebhookSecret SECRET =
      new WebhookSecret("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
  private static final String ID = "msg_p5jXN8AQM9LWM0D4loKWxJek";
  private static final String TIMESTAMP = "1614265330";
  private static final String SIGNATURE = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";
  private static final byte[] BODY = "{\"test\": 2432232314}".getBytes(UTF_8);

  private Instant now = Instant.ofEpochSecond(1614265330);
  private final WebhookVerifier verifier = new WebhookVerifier(List.of(SECRET), () -> now);

  @Test
  void theExampleOfTheSpecificationIsValid() {
    assertThat(SECRET.sign(ID, 1614265330, BODY)).isEqualTo(SIGNATURE);
    assertThat(verifier.verify(ID, TIMESTAMP, SIGNATURE, BODY)).isEqualTo(Result.VALID);
  }

  @Test
  void aReceiverVerifiesTheHeadersAndTheBodyOfARequest() {
    var headers =
        Map.of("webhook-id", ID, "webhook-timestamp", TIMESTAMP, "webhook-signature", SIGNATURE);
    // @start region="receive" :
    var verifier = new WebhookVerifier(List.of(SECRET), InstantSource.system());
    var result =
        verifier.verify(
            headers.get("webhook-id"),
            headers.get("webhook-timestamp"),
            headers.get("webhook-signature"),
            BODY);
    // @end
    assertThat(result).as("a message of 2021").isEqualTo(Result.TOO_OLD_OR_NEW);
  }

  @Test
  void anyAlteredPartMakesTheSignatureWrong() {
    var other = BODY.clone();
    other[3] ^= 1;
    assertThat(verifier.verify(ID, TIMESTAMP, SIGNATURE, other)).isEqualTo(Result.WRONG_SIGNATURE);
    assertThat(verifier.verify(ID + "x", TIMESTAMP, SIGNATURE, BODY))
        .isEqualTo(Result.WRONG_SIGNATURE);
    assertThat(verifier.verify(ID, "1614265331", SIGNATURE, BODY))
        .isEqualTo(Result.WRONG_SIGNATURE);
    assertThat(verifier.verify(ID, TIMESTAMP, SIGNATURE.replace("v1", "v2"), BODY))
        .isEqualTo(Result.WRONG_SIGNATURE);
  }

  @Test
  void duringARotationEitherSecretIsEnough() {
    var fresh = WebhookSecret.of(new Random(1));
    var both = SIGNATURE + " " + fresh.sign(ID, 1614265330, BODY);
    assertThat(verifier.verify(ID, TIMESTAMP, both, BODY)).isEqualTo(Result.VALID);
    var later = new WebhookVerifier(List.of(fresh), () -> now);
    assertThat(later.verify(ID, TIMESTAMP, both, BODY)).isEqualTo(Result.VALID);
    assertThat(later.verify(ID, TIMESTAMP, SIGNATURE, BODY)).isEqualTo(Result.WRONG_SIGNATURE);
    var accepting = new WebhookVerifier(List.of(fresh, SECRET), () -> now);
    assertThat(accepting.verify(ID, TIMESTAMP, SIGNATURE, BODY)).isEqualTo(Result.VALID);
  }

  @ParameterizedTest
  @CsvSource({"-301,TOO_OLD_OR_NEW", "-300,VALID", "300,VALID", "301,TOO_OLD_OR_NEW"})
  void aMessageIsValidForFiveMinutes(long seconds, Result result) {
    now = now.plusSeconds(seconds);
    assertThat(verifier.verify(ID, TIMESTAMP, SIGNATURE, BODY)).isEqualTo(result);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "-1", "1614265330.0", "9999999999999", "１６１４２６５３３０"})
  void aTimestampThatIsNoNumberOfSecondsIsMalformed(String timestamp) {
    assertThat(verifier.verify(ID, timestamp, SIGNATURE, BODY)).isEqualTo(Result.MALFORMED);
  }

  @Test
  void anAbsentHeaderIsMalformed() {
    assertThat(verifier.verify(null, TIMESTAMP, SIGNATURE, BODY)).isEqualTo(Result.MALFORMED);
    assertThat(verifier.verify(ID, null, SIGNATURE, BODY)).isEqualTo(Result.MALFORMED);
    assertThat(verifier.verify(ID, TIMESTAMP, null, BODY)).isEqualTo(Result.MALFORMED);
    assertThat(verifier.verify(ID, TIMESTAMP, "v1,a ".repeat(11), BODY))
        .isEqualTo(Result.MALFORMED);
    assertThat(verifier.verify(ID, TIMESTAMP, "", BODY)).isEqualTo(Result.WRONG_SIGNATURE);
  }

  @Test
  void aSecretHas24To64BytesAndPrintsMasked() {
    for (var length : new int[] {0, 23, 65}) {
      var text = "whsec_" + Base64.getEncoder().encodeToString(new byte[length]);
      assertThatExceptionOfType(InvalidValue.class).isThrownBy(() -> new WebhookSecret(text));
    }
    assertThatExceptionOfType(InvalidValue.class)
        .isThrownBy(() -> new WebhookSecret("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"));
    assertThatExceptionOfType(InvalidValue.class).isThrownBy(() -> new WebhookSecret("whsec_%%%%"));
    assertThat(SECRET).hasToString("***");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new WebhookVerifier(List.of(), () -> now));
  }
}
