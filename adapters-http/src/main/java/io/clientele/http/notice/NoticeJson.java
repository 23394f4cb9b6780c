package io.clientele.http.notice;

import io.clientele.domain.kernel.Permission;
import io.clientele.domain.notice.NoticeChoice;
import io.clientele.domain.notice.NoticeKind;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.core.JsonGenerator;

/** Writes the notices of an operator. */
final class NoticeJson {
  private NoticeJson() {}

  /**
   * Writes a choice.
   *
   * @param permissions of the operator, by which it may choose
   * @param canSend whether the service has a mail server
   */
  static void write(
      JsonGenerator json, NoticeChoice choice, Set<Permission> permissions, boolean canSend) {
    json.writeStartObject();
    write(json, "kinds", choice.kinds().stream().sorted());
    json.writeStringProperty("language", choice.language().text());
    write(
        json,
        "available",
        Arrays.stream(NoticeKind.values()).filter(kind -> permissions.contains(kind.permission())));
    json.writeBooleanProperty("mailConfigured", canSend);
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, String name, Stream<NoticeKind> kinds) {
    json.writeArrayPropertyStart(name);
    kinds.forEach(kind -> json.writeString(kind.text()));
    json.writeEndArray();
  }
}
