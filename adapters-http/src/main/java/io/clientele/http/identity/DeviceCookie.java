package io.clientele.http.identity;

import io.clientele.domain.identity.password.PasswordHash;
import io.clientele.domain.kernel.text.Email;
import io.clientele.http.security.TokenKeys;
import io.javalin.http.Context;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;

/**
 * The cookie of a browser that signed in before, which gives it a budget for sign-ins of its own.
 * Signed; holds no personal data: a random id, the time, and keyed hashes of the name and of the
 * password's hash, so that a new password ends it.
 */
final class DeviceCookie {
  private static final String NAME = "__Host-clientele-device";
  private static final String ATTRIBUTES = "; Path=/; Secure; HttpOnly; SameSite=Strict; Max-Age=";
  private static final String LABEL = "clientele device cookie 1";
  private static final Duration LIFETIME = Duration.ofDays(90);
  private static final int PART_BYTES = 16;
  private static final int MAC_BYTES = 32;
  private static final int SIGNED_BYTES = 3 * PART_BYTES + Long.BYTES;

  /** All verify, the first signs. */
  private final List<SecretKey> keys;

  private final SecureRandom random;
  private final InstantSource clock;

  DeviceCookie(TokenKeys keys, SecureRandom random, InstantSource clock) {
    this.keys = keys.derived(LABEL);
    this.random = random;
    this.clock = clock;
  }

  /** A browser whose cookie is signed by one of our keys, and not too old. */
  record Device(SecretKey key, String id, String name, String password) {
    boolean isOf(Email email) {
      return isEqual(name, part(key, "name", email.value()));
    }

    boolean isSince(PasswordHash hash) {
      return isEqual(password, part(key, "password", hash.value()));
    }

    private static boolean isEqual(String hex, byte[] bytes) {
      return MessageDigest.isEqual(HexFormat.of().parseHex(hex), bytes);
    }
  }

  /** Null if the request has no such cookie, or none that is good. */
  @Nullable Device read(Context http) {
    var text = RefreshCookie.read(http, NAME);
    if (text == null || text.length() != (SIGNED_BYTES + MAC_BYTES) * 4 / 3 + 1) {
      return null;
    }
    byte[] bytes;
    try {
      bytes = Base64.getUrlDecoder().decode(text);
    } catch (IllegalArgumentException malformed) {
      return null;
    }
    var signed = Arrays.copyOf(bytes, SIGNED_BYTES);
    var mac = Arrays.copyOfRange(bytes, SIGNED_BYTES, bytes.length);
    for (var key : keys) {
      if (MessageDigest.isEqual(mac, mac(key, signed))) {
        return isInTime(signed) ? device(key, signed) : null;
      }
    }
    return null;
  }

  /**
   * Sets the cookie for the next sign-ins to this name.
   *
   * @param before the browser's present cookie, whose quota continues
   */
  void set(Context http, Email email, PasswordHash hash, @Nullable Device before) {
    var key = keys.getFirst();
    var id = new byte[PART_BYTES];
    random.nextBytes(id);
    var signed =
        ByteBuffer.allocate(SIGNED_BYTES)
            .put(before != null && before.isOf(email) ? HexFormat.of().parseHex(before.id()) : id)
            .put(part(key, "name", email.value()))
            .put(part(key, "password", hash.value()))
            .putLong(clock.instant().getEpochSecond())
            .array();
    var bytes =
        ByteBuffer.allocate(SIGNED_BYTES + MAC_BYTES).put(signed).put(mac(key, signed)).array();
    var text = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    http.res().addHeader("Set-Cookie", NAME + "=" + text + ATTRIBUTES + LIFETIME.toSeconds());
  }

  private boolean isInTime(byte[] signed) {
    var issuedAt = Instant.ofEpochSecond(ByteBuffer.wrap(signed).getLong(3 * PART_BYTES));
    return clock.instant().isBefore(issuedAt.plus(LIFETIME));
  }

  private static Device device(SecretKey key, byte[] signed) {
    var hex = HexFormat.of();
    return new Device(
        key,
        hex.formatHex(signed, 0, PART_BYTES),
        hex.formatHex(signed, PART_BYTES, 2 * PART_BYTES),
        hex.formatHex(signed, 2 * PART_BYTES, 3 * PART_BYTES));
  }

  private static byte[] part(SecretKey key, String label, String text) {
    var bytes = (label + " " + text).getBytes(StandardCharsets.UTF_8);
    return Arrays.copyOf(mac(key, bytes), PART_BYTES);
  }

  static byte[] mac(SecretKey key, byte[] bytes) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      return mac.doFinal(bytes);
    } catch (GeneralSecurityException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }
}
