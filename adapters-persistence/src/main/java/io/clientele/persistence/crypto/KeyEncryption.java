package io.clientele.persistence.crypto;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import javax.crypto.SecretKey;

/** Keys under keys: the first of those that are configured wraps, each of them unwraps. */
final class KeyEncryption {
  private static final int NAME_BYTES = 8;

  private final Map<String, SecretKey> byName = new LinkedHashMap<>();

  KeyEncryption(DataKeys keys) {
    keys.all().forEach(key -> byName.putIfAbsent(name(key), key));
  }

  EncryptedKey wrapped(UUID subject, SecretKey key) {
    var first =
        byName.entrySet().stream()
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("there are no data keys"));
    return new EncryptedKey(
        subject, AesGcm.sealed(first.getValue(), subject, key.getEncoded()), first.getKey());
  }

  SecretKey unwrapped(EncryptedKey wrapped) {
    var key = byName.get(wrapped.by());
    if (key == null) {
      throw new IllegalStateException("the data key " + wrapped.by() + " is not configured");
    }
    return AesGcm.opened(key, wrapped.subject(), wrapped.bytes())
        .map(AesGcm::key)
        .orElseThrow(() -> new IllegalStateException("a subject's key is not what was stored"));
  }

  /** Names the key without revealing it: 256 random bits cannot be guessed from their hash. */
  private static String name(SecretKey key) {
    try {
      var hash = MessageDigest.getInstance("SHA-256").digest(key.getEncoded());
      return HexFormat.of().formatHex(Arrays.copyOf(hash, NAME_BYTES));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
