package io.clientele.domain.notice;

import io.clientele.domain.kernel.text.Email;
import java.time.Instant;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * A mail to one operator, as plain text.
 *
 * @param id the part of the Message-ID before the host; a mail that is sent again has the same one
 * @param subject one line of 1 to 200 characters
 * @param body at most 4,000 characters; lines end with a line feed
 */
public record Mail(
    String id, Email to, NoticeLanguage language, Instant at, String subject, String body) {
  private static final int BODY_MAX = 4_000;
  private static final Pattern ID = Pattern.compile("[0-9a-f-]{1,50}");
  private static final Pattern SUBJECT = Pattern.compile("\\P{Cntrl}{1,200}");

  /** Throws {@link IllegalArgumentException} for a text of another shape. */
  public Mail {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(to, "to");
    Objects.requireNonNull(language, "language");
    Objects.requireNonNull(at, "at");
    Objects.requireNonNull(subject, "subject");
    Objects.requireNonNull(body, "body");
    if (!ID.matcher(id).matches()
        || !SUBJECT.matcher(subject).matches()
        || body.length() > BODY_MAX) {
      throw new IllegalArgumentException("not the texts of a mail");
    }
  }

  @Override
  public String toString() {
    return "Mail[" + id + "]";
  }
}
