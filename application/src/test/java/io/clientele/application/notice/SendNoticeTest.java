package io.clientele.application.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.clientele.domain.event.EventFilter;
import io.clientele.domain.event.EventPosition;
import io.clientele.domain.identity.Role;
import io.clientele.domain.identity.operator.OperatorProfile;
import io.clientele.domain.identity.operator.OperatorProfile.Status;
import io.clientele.domain.notice.Mail;
import io.clientele.domain.notice.Notice;
import io.clientele.domain.notice.NoticeDelivery;
import io.clientele.domain.notice.NoticeKind;
import io.clientele.domain.notice.NoticeLanguage;
import io.clientele.domain.task.ClaimedTask;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SendNoticeTest {
  private static final String DISABLED = "webhook.disabled";

  private final NoticeWorld world = new NoticeWorld();

  @BeforeEach
  void begin() {
    world.work(); // The first run only notes where the feed ends.
  }

  @Test
  void eachOperatorGetsTheNoticesThatItChoseInItsLanguage() {
    world.operator("ada", Role.ADMIN, NoticeLanguage.EN, NoticeKind.WEBHOOK_DISABLED);
    world.operator("rui", Role.OPERATOR, NoticeLanguage.PT, NoticeKind.WEBHOOK_DISABLED);
    world.operator("bob", Role.ADMIN, NoticeLanguage.EN, NoticeKind.DEAD_LETTER);
    disable();
    world.work();
    assertThat(world.mails.mails())
        .extracting(mail -> mail.to().value(), Mail::subject)
        .containsExactlyInAnyOrder(
            tuple("ada@example.com", "A webhook was disabled"),
            tuple("rui@example.com", "Um webhook foi desativado"));
    assertThat(world.mails.mails()).allMatch(mail -> mail.body().contains(webhook()));
    assertThat(world.attempts).containsExactly(true, true);
  }

  @Test
  void anEventThatIsHandledAgainSendsNoSecondMail() {
    world.operator("ada", Role.ADMIN, NoticeLanguage.EN, NoticeKind.WEBHOOK_DISABLED);
    disable();
    world.work();
    var lagging =
        new AnnounceNotice(world.notices, true, () -> world.now.plus(Duration.ofHours(1)));
    var event = world.feed.read(EventPosition.START, EventFilter.ALL, 9, false).events().get(0);
    lagging.announce(
        new Notice(
            NoticeKind.WEBHOOK_DISABLED,
            "webhook-disabled:" + event.id(),
            world.now,
            webhook(),
            ""));
    world.work();
    assertThat(world.mails.mails()).hasSize(1);
  }

  @Test
  void aMailThatTheServerTookIsNotSentAgainWhenTheTaskIsRepeated() {
    var ada = world.operator("ada", Role.ADMIN, NoticeLanguage.EN, NoticeKind.DEAD_LETTER);
    var notice = new Notice(NoticeKind.DEAD_LETTER, "dead-letter:1", world.now, "a webhook", "");
    world.notices.announce(notice, world.now);
    var delivery = new NoticeDelivery(notice, ada);
    var task = delivery.toTask(world.now);
    var claimed =
        new ClaimedTask(task.id(), task.kind(), task.key(), null, task.payload(), 1, 1, null);
    world.sendNotice.handle(claimed);
    world.sendNotice.handle(claimed);
    assertThat(world.mails.mails()).hasSize(1);
    assertThat(world.notices.isSent(delivery)).isTrue();
    new SendNotice(
            world.notices,
            new SendNotice.Recipients(world.operators, world.choices, world.policy),
            world.mails,
            () -> world.now,
            world.attempts::add)
        .handle(claimed);
    assertThat(world.mails.mails()).hasSize(1);
  }

  @Test
  void aRefusedMailIsSentLaterUnderTheSameId() {
    world.operator("ada", Role.ADMIN, NoticeLanguage.EN, NoticeKind.WEBHOOK_DISABLED);
    disable();
    world.mails.refuse(true);
    world.work();
    assertThat(world.mails.mails()).isEmpty();
    assertThat(world.attempts).containsExactly(false);
    world.mails.refuse(false);
    world.now = world.now.plusSeconds(10);
    world.work();
    world.work();
    assertThat(world.mails.mails()).hasSize(1);
    assertThat(world.attempts).containsExactly(false, true);
  }

  @Test
  void anOperatorThatMayNotSeeItAnyMoreGetsNothing() {
    var disabled =
        world.operator("ada", Role.ADMIN, NoticeLanguage.EN, NoticeKind.WEBHOOK_DISABLED);
    var declining =
        world.operator("bob", Role.ADMIN, NoticeLanguage.EN, NoticeKind.WEBHOOK_DISABLED);
    world.operator("eve", Role.OPERATOR, NoticeLanguage.EN, NoticeKind.AUDIT_BROKEN);
    disable();
    world.announceNotice.announce(
        new Notice(NoticeKind.AUDIT_BROKEN, "audit-broken:1", world.now, "block 1", ""));
    world.announceEvents.announce();
    var profile = world.operators.find(disabled).orElseThrow().profile();
    var off =
        new OperatorProfile(profile.name(), profile.email(), profile.roles(), Status.DISABLED);
    world.operators.save(
        world.operators.find(disabled).orElseThrow().change(off, false, world.by()), null);
    world.choices.save(
        world.choices.find(declining).choose(Set.of(), NoticeLanguage.EN, world.by()));
    world.work();
    assertThat(world.mails.mails()).isEmpty();
    assertThat(world.tasks.figures(world.now).waiting()).isZero();
  }

  @Test
  void theChoiceOfARemovedOperatorIsRemoved() {
    var ada = world.operator("ada", Role.ADMIN, NoticeLanguage.EN, NoticeKind.DEAD_LETTER);
    world.publish("operator.removed", ada.subject());
    world.work();
    assertThat(world.choices.find(ada).kinds()).isEmpty();
  }

  @Test
  void withoutAMailServerNothingIsAnnounced() {
    world.operator("ada", Role.ADMIN, NoticeLanguage.EN, NoticeKind.DEAD_LETTER);
    new AnnounceNotice(world.notices, false, () -> world.now)
        .announce(new Notice(NoticeKind.DEAD_LETTER, "dead-letter:1", world.now, "a webhook", ""));
    assertThat(world.tasks.figures(world.now).waiting()).isZero();
  }

  private void disable() {
    world.publish(DISABLED, NoticeWorld.WEBHOOK.subject());
  }

  private static String webhook() {
    return NoticeWorld.WEBHOOK.toString();
  }
}
