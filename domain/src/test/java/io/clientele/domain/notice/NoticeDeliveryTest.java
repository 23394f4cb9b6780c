package io.clientele.domain.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientele.domain.identity.OperatorId;
import io.clientele.domain.kernel.FieldChange;
import io.clientele.domain.kernel.InvalidValue;
import io.clientele.domain.kernel.Provenance;
import io.clientele.domain.kernel.text.Email;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NoticeDeliveryTest {
  private static final Instant NOW = Instant.parse("2026-11-30T12:00:00.123Z");
  private static final Provenance BY = new Provenance("operator:1", NOW);

  private final Random random = new Random(1);
  private final OperatorId operator = OperatorId.of(NOW, random);
  private final Notice notice = new Notice(NoticeKind.DEAD_LETTER, "webhook:1.a-b", NOW, "w 1", "");

  @Test
  void aDeliveryIsReadFromThePayloadOfItsTask() {
    var delivery = new NoticeDelivery(notice, operator);
    var task = delivery.toTask(NOW.plusSeconds(1));
    assertThat(NoticeDelivery.parse(task.payload())).isEqualTo(delivery);
    assertThat(task.kind()).isEqualTo("notice.mail");
    assertThat(task.runAt()).isEqualTo(NOW.plusSeconds(1));
    assertThat(task.key()).isEqualTo("webhook:1.a-b " + operator);
    assertThat(task.id()).isEqualTo(new NoticeDelivery(notice, operator).taskId());
    var other = new NoticeDelivery(notice, OperatorId.of(NOW, random));
    assertThat(other.taskId()).isNotEqualTo(task.id());
  }

  @Test
  void anotherPayloadIsRefused() {
    var payload = new NoticeDelivery(notice, operator).toTask(NOW).payload();
    for (var text : List.of("", payload + "\n", payload.substring(payload.indexOf('\n') + 1))) {
      assertThatThrownBy(() -> NoticeDelivery.parse(text))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void theTextsOfANoticeAreBounded() {
    notice("a".repeat(150), " ".repeat(200), "~".repeat(200));
    var bad =
        List.of(
            List.of("", "s", ""),
            List.of("a".repeat(151), "s", ""),
            List.of("A", "s", ""),
            List.of("a", "", ""),
            List.of("a", "s".repeat(201), ""),
            List.of("a", "s\n", ""),
            List.of("a", "s", "d".repeat(201)),
            List.of("a", "s", "é"));
    for (var of : bad) {
      assertThatThrownBy(() -> notice(of.get(0), of.get(1), of.get(2)))
          .as("%.60s", of)
          .isInstanceOf(IllegalArgumentException.class);
    }
    assertThat(new Notice(NoticeKind.IMPORT_DONE, "a", NOW.plusNanos(999), "s", "").at())
        .isEqualTo(NOW);
  }

  @Test
  void theTextsOfAMailAreBounded() {
    mail("0".repeat(50), "s".repeat(200), "b".repeat(4_000));
    var bad =
        List.of(
            List.of("", "s", ""),
            List.of("g", "s", ""),
            List.of("0".repeat(51), "s", ""),
            List.of("0", "", ""),
            List.of("0", "s\nBcc: eve@example.com", ""),
            List.of("0", "s".repeat(201), ""),
            List.of("0", "s", "b".repeat(4_001)));
    for (var of : bad) {
      assertThatThrownBy(() -> mail(of.get(0), of.get(1), of.get(2)))
          .as("%.60s", of)
          .isInstanceOf(IllegalArgumentException.class);
    }
    assertThat(mail("0a", "s", "Dear Ada").toString()).isEqualTo("Mail[0a]");
    assertThat(new MailRefused(550)).hasMessageContaining("550").extracting("code").isEqualTo(550);
  }

  @Test
  void anEqualChoiceChangesNothing() {
    var none = NoticeChoice.none(operator);
    assertThat(none.choose(Set.of(), NoticeLanguage.EN, BY).isNone()).isTrue();
    var chosen = Set.of(NoticeKind.IMPORT_DONE, NoticeKind.WEBHOOK_DISABLED);
    var change = none.choose(chosen, NoticeLanguage.PT, BY);
    assertThat(change.state()).isEqualTo(new NoticeChoice(operator, chosen, NoticeLanguage.PT, 0));
    var event = change.events().get(0);
    assertThat(event.action()).isEqualTo("notice.chosen");
    assertThat(event.details())
        .containsExactly(
            new FieldChange("kinds", "", "webhook-disabled import-done"),
            new FieldChange("language", "en", "pt"));
    var stored = change.state().at(4);
    assertThat(stored.version()).isEqualTo(4);
    assertThat(stored.choose(chosen, NoticeLanguage.PT, BY).isNone()).isTrue();
    assertThat(stored.choose(chosen, NoticeLanguage.EN, BY).isNone()).isFalse();
  }

  @Test
  void kindsAndLanguagesAreReadByTheirTexts() {
    for (var kind : NoticeKind.values()) {
      assertThat(NoticeKind.parse(kind.text())).isEqualTo(kind);
    }
    for (var language : NoticeLanguage.values()) {
      assertThat(NoticeLanguage.parse(language.text())).isEqualTo(language);
    }
    assertThatThrownBy(() -> NoticeKind.parse("DEAD_LETTER"))
        .isInstanceOf(InvalidValue.class)
        .hasMessageContaining("dead-letter, audit-broken");
    assertThatThrownBy(() -> NoticeLanguage.parse("EN")).isInstanceOf(InvalidValue.class);
  }

  private static Notice notice(String source, String subject, String detail) {
    return new Notice(NoticeKind.AUDIT_BROKEN, source, NOW, subject, detail);
  }

  private static Mail mail(String id, String subject, String body) {
    return new Mail(id, new Email("ada@example.com"), NoticeLanguage.EN, NOW, subject, body);
  }
}
