package io.clientele.http.hook.signature;

import io.clientele.domain.hook.SignatureVerifier;
import io.clientele.domain.kernel.InvalidValue;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.BiFunction;

/** A way in which other systems sign their messages. */
public enum SignatureScheme {
  /** The Standard Webhooks specification; the id and the time are signed. */
  STANDARD_WEBHOOKS("standard-webhooks", StandardWebhooksSignature::new),
  /** Stripe: the time is signed, and the id is that of the event in the body. */
  STRIPE("stripe", StripeSignature::new),
  /** GitHub: the body alone is signed, not its id. */
  GITHUB(
      "github",
      (name, secret) ->
          new BodySignature(name, secret, "x-hub-signature-256", "x-github-delivery")),
  /** {@code Hook-Signature: sha256=<hex>} and {@code Hook-Id}: the body alone is signed. */
  HMAC_SHA256(
      "hmac-sha256",
      (name, secret) -> new BodySignature(name, secret, "hook-signature", "hook-id"));

  private static final int SECRET_MIN = 16;
  private static final int SECRET_MAX = 200;

  private final String code;
  private final BiFunction<String, String, SignatureVerifier> verifiers;

  SignatureScheme(String code, BiFunction<String, String, SignatureVerifier> verifiers) {
    this.code = code;
    this.verifiers = verifiers;
  }

  /** The scheme of this code, such as {@code stripe}. */
  public static Optional<SignatureScheme> of(String code) {
    return Arrays.stream(values()).filter(scheme -> scheme.code.equals(code)).findFirst();
  }

  /**
   * Returns the verifier of one secret. Throws {@link InvalidValue} for a text that is no secret of
   * this scheme.
   *
   * @param number of the secret among those of its source, from 1
   */
  public SignatureVerifier verifier(String secret, int number) {
    if (secret.length() < SECRET_MIN || secret.length() > SECRET_MAX) {
      throw new InvalidValue("secret", "must be 16 to 200 characters");
    }
    return verifiers.apply(code + "/" + number, secret);
  }
}
