package io.clientele.domain.notice;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * Something that happened, as operators are told of it.
 *
 * @param source names what happened: 1 to 150 lower-case letters, digits, colons, dots and hyphens.
 *     An operator gets one notice of a source
 * @param at when it happened, in whole milliseconds
 * @param subject the id of what it happened to: 1 to 200 visible ASCII characters and spaces
 * @param detail more about it without personal data, up to 200 such characters; empty for none
 */
public record Notice(NoticeKind kind, String source, Instant at, String subject, String detail) {
  private static final Pattern SOURCE = Pattern.compile("[a-z0-9:.-]{1,150}");
  private static final Pattern SUBJECT = Pattern.compile("[\\x20-\\x7e]{1,200}");
  private static final Pattern DETAIL = Pattern.compile("[\\x20-\\x7e]{0,200}");

  /** Throws {@link IllegalArgumentException} for a text of another shape. */
  public Notice {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(at, "at");
    Objects.requireNonNull(subject, "subject");
    Objects.requireNonNull(detail, "detail");
    at = at.truncatedTo(ChronoUnit.MILLIS);
    if (!SOURCE.matcher(source).matches()
        || !SUBJECT.matcher(subject).matches()
        || !DETAIL.matcher(detail).matches()) {
      throw new IllegalArgumentException("not the texts of a notice");
    }
  }
}
