package io.clientele.domain.notice;

import io.clientele.domain.identity.OperatorId;
import io.clientele.domain.task.NewTask;
import io.clientele.domain.task.TaskId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** The delivery of a notice to one operator, which is a task. */
public record NoticeDelivery(Notice notice, OperatorId operator) {
  /** The kind of the tasks. */
  public static final String TASK_KIND = "notice.mail";

  private static final String SEPARATOR = "\n";
  private static final int FIELDS = 6;

  public NoticeDelivery {
    Objects.requireNonNull(notice, "notice");
    Objects.requireNonNull(operator, "operator");
  }

  /** Returns the id of the task: always the same for a notice and an operator. */
  public TaskId taskId() {
    var digest = ByteBuffer.wrap(sha256(key()));
    return TaskId.of(notice.at(), digest::getLong);
  }

  /** Returns the task, due at this instant. */
  public NewTask toTask(Instant now) {
    var payload =
        String.join(
            SEPARATOR,
            List.of(
                operator.toString(),
                notice.kind().text(),
                notice.source(),
                Long.toString(notice.at().toEpochMilli()),
                notice.subject(),
                notice.detail()));
    return new NewTask(taskId(), TASK_KIND, key(), null, now, payload, null);
  }

  /** Reads the payload of a task; throws {@link IllegalArgumentException} for another text. */
  public static NoticeDelivery parse(String payload) {
    var fields = payload.split(SEPARATOR, -1);
    if (fields.length != FIELDS) {
      throw new IllegalArgumentException("not the payload of a notice");
    }
    var notice =
        new Notice(
            NoticeKind.parse(fields[1]),
            fields[2],
            Instant.ofEpochMilli(Long.parseLong(fields[3])),
            fields[4],
            fields[5]);
    return new NoticeDelivery(notice, OperatorId.parse(fields[0]));
  }

  private String key() {
    return notice.source() + " " + operator;
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
