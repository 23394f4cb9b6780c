package io.clientele.http.identity.authentication;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** SHA-256 of a token. Caches keep it in place of the token, so a memory dump holds no token. */
record TokenFingerprint(long first, long second, long third, long fourth) {
  /** Cloned for each use: looking up the algorithm would cost more than a short digest. */
  private static final MessageDigest SHA_256 = sha256();

  static TokenFingerprint of(String token) {
    try {
      var sha256 = (MessageDigest) SHA_256.clone();
      var bytes = ByteBuffer.wrap(sha256.digest(token.getBytes(StandardCharsets.ISO_8859_1)));
      return new TokenFingerprint(
          bytes.getLong(), bytes.getLong(), bytes.getLong(), bytes.getLong());
    } catch (CloneNotSupportedException ofTheJdkItIs) {
      throw new IllegalStateException(ofTheJdkItIs);
    }
  }

  /** Uses a part of the digest, which is as well distributed as all of it. */
  @Override
  public int hashCode() {
    return Long.hashCode(first);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }
}
