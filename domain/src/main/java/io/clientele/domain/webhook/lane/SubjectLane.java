package io.clientele.domain.webhook.lane;

import io.clientele.domain.kernel.event.ChangeSubject;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Assigns subjects to lanes. */
public final class SubjectLane {
  private SubjectLane() {}

  /**
   * Returns the lane of a subject: the first 8 bytes of the SHA-256 of {@code kind:id}, as an
   * unsigned number, modulo the number of lanes.
   *
   * @param lanes at least 1
   * @return 0 to {@code lanes - 1}
   */
  public static int of(ChangeSubject about, int lanes) {
    var name = (about.kind() + ':' + about.id()).getBytes(StandardCharsets.UTF_8);
    try {
      var digest = MessageDigest.getInstance("SHA-256").digest(name);
      return (int) Long.remainderUnsigned(ByteBuffer.wrap(digest).getLong(), lanes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
