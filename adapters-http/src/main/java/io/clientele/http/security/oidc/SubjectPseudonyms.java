package io.clientele.http.security.oidc;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.SecretKey;

/**
 * Names subjects of outside issuers as the audit shows them: {@code external:<issuer>:<subject>},
 * with 8 hexadecimal digits of the issuer's SHA-256 and 22 characters of an HMAC of the subject.
 */
final class SubjectPseudonyms {
  private static final int ISSUER_BYTES = 4;
  private static final int SUBJECT_BYTES = 16;

  private final SecretKey key;

  SubjectPseudonyms(SecretKey key) {
    this.key = key;
  }

  /** The HMAC covers the issuer too, so that equal subjects of two issuers have two names. */
  String of(String issuer, String subject) {
    try {
      var sha256 = MessageDigest.getInstance("SHA-256").digest(utf8(issuer));
      var hmac = Mac.getInstance("HmacSHA256");
      hmac.init(key);
      var digest = Arrays.copyOf(hmac.doFinal(utf8(issuer + "|" + subject)), SUBJECT_BYTES);
      return "external:"
          + HexFormat.of().formatHex(sha256, 0, ISSUER_BYTES)
          + ":"
          + Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    } catch (GeneralSecurityException everyJavaHasThem) {
      throw new IllegalStateException(everyJavaHasThem);
    }
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
