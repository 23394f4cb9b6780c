package io.clientele.http.hook.signature;

import io.clientele.domain.hook.HookContent;
import io.clientele.domain.hook.SignatureVerifier;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Verifies messages of Stripe: {@code Stripe-Signature: t=<seconds>,v1=<hex>}, where the signature
 * is of the time, a dot and the body. The id is the member {@code id} of the body, or the body's
 * SHA-256 where it has none.
 */
final class StripeSignature implements SignatureVerifier {
  private static final String SIGNATURE = "stripe-signature";
  private static final String TIME = "t=";
  private static final String VERSION = "v1=";
  private static final String ID = "id";
  private static final int PARTS_MAX = 10;
  private static final JsonFactory JSON = new JsonFactory();

  private final String name;
  private final HmacSha256 hmac;

  StripeSignature(String name, String secret) {
    this.name = name;
    this.hmac = new HmacSha256(secret);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Set<String> headers() {
    return Set.of(SIGNATURE);
  }

  @Override
  public Optional<String> verify(HookContent content, Instant now) {
    var header = content.header(SIGNATURE);
    var parts = header == null ? List.<String>of() : List.of(header.split(",", PARTS_MAX + 1));
    var time = parts.stream().filter(part -> part.startsWith(TIME)).findFirst().orElse(TIME);
    var sent = seconds(time.substring(TIME.length()));
    if (parts.size() > PARTS_MAX || sent == null) {
      return Optional.empty();
    }
    var isNear = Duration.between(sent, now).abs().compareTo(TOLERANCE) <= 0;
    var body = content.body();
    return isNear && isSigned(parts, sent, body) ? Optional.of(id(body)) : Optional.empty();
  }

  private boolean isSigned(List<String> parts, Instant sent, byte[] body) {
    var prefix = (sent.getEpochSecond() + ".").getBytes(StandardCharsets.US_ASCII);
    var signatures = new ArrayList<String>();
    for (var part : parts) {
      if (part.startsWith(VERSION)) {
        signatures.add(part.substring(VERSION.length()));
      }
    }
    return signatures.stream().anyMatch(signature -> hmac.isOf(signature, prefix, body));
  }

  private static @Nullable Instant seconds(String text) {
    return text.matches("[1-9][0-9]{0,11}") ? Instant.ofEpochSecond(Long.parseLong(text)) : null;
  }

  private static String id(byte[] body) {
    return ExternalIds.of(member(body)).orElseGet(() -> "sha256:" + hash(body));
  }

  /** The text of the member {@code id} of the JSON object; null if there is none. */
  private static @Nullable String member(byte[] body) {
    try (var json = JSON.createParser(ObjectReadContext.empty(), body)) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        return null;
      }
      while (json.nextToken() == JsonToken.PROPERTY_NAME) {
        var isId = ID.equals(json.currentName());
        var value = json.nextToken();
        if (isId) {
          return value == JsonToken.VALUE_STRING ? json.getString() : null;
        }
        json.skipChildren();
      }
      return null;
    } catch (JacksonException broken) {
      return null;
    }
  }

  private static String hash(byte[] body) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has it", e);
    }
  }
}
