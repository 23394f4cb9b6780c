package io.clientele.application.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientele.domain.audit.chain.VerificationResult.Break;
import io.clientele.domain.audit.chain.VerificationResult.Fault;
import io.clientele.domain.event.EventPosition;
import io.clientele.domain.identity.Role;
import io.clientele.domain.kernel.PortUnavailable;
import io.clientele.domain.notice.Mail;
import io.clientele.domain.notice.NoticeKind;
import io.clientele.domain.notice.NoticeLanguage;
import io.clientele.domain.webhook.delivery.DeadLetter;
import io.clientele.inmemory.account.InMemoryAccounts;
import io.clientele.inmemory.account.InMemoryBulkAccounts;
import io.clientele.testkit.account.AccountSample;
import io.clientele.testkit.kernel.Sample;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AnnounceIncidentsTest {
  private final NoticeWorld world = new NoticeWorld();
  private final AnnouncePendingNotices pending = new AnnouncePendingNotices(world.announceNotice);

  @BeforeEach
  void add() {
    world.operator("ada", Role.ADMIN, NoticeLanguage.EN, NoticeKind.values());
    world.work();
  }

  @Test
  void ofTheDeadLettersOfAWebhookInAnHourTheFirstIsAnnounced() {
    var announce = new AnnounceDeadLetter(world.announceNotice);
    announce.setAside(letter(1, Duration.ZERO));
    announce.setAside(letter(1, Duration.ZERO));
    announce.setAside(letter(2, Duration.ofMinutes(1)));
    announce.setAside(letter(3, Duration.ofHours(1)));
    world.work();
    assertThat(world.mails.mails()).extracting(Mail::subject).hasSize(2);
    assertThat(world.mails.mails().get(0).body())
        .contains(NoticeWorld.WEBHOOK.toString(), "event 00000000-0000-0000-0000-000000000001");
  }

  @Test
  void aFaultOfTheAuditIsAnnouncedOnceHoweverOftenItIsFound() {
    var announce = new AnnounceAuditBreak(pending, () -> world.now);
    for (var i = 0; i < 3; i++) {
      announce.broken(new Break(Fault.END_MISSING, 7L, null, null));
      pending.announce();
      world.now = world.now.plusSeconds(300);
    }
    new AnnouncePendingNotices(world.announceNotice).announce();
    announce.broken(new Break(Fault.ENTRY_CHANGED, 7L, null, null));
    pending.announce();
    world.work();
    assertThat(world.mails.mails())
        .extracting(mail -> mail.body().lines().filter(line -> line.contains("Detail")).toList())
        .extracting(Object::toString)
        .containsExactlyInAnyOrder("[Detail: end-missing]", "[Detail: entry-changed]");
  }

  @Test
  void anImportIsAnnouncedOnceWithItsFigures() {
    var accounts = new InMemoryAccounts();
    var openings = new InMemoryBulkAccounts(accounts);
    var sample = new AccountSample(1);
    var first = sample.opening();
    openings.open(List.of(first, sample.opening(), sample.opening(first.state().profile())), null);
    var announce = new AnnounceImports(openings, world.announceNotice);
    announce.announce();
    announce.announce();
    world.work();
    assertThat(world.mails.mails()).hasSize(1);
    assertThat(world.mails.mails().get(0).body()).contains("Detail: 2 / 3\n");
    assertThat(openings.unannounced(9)).isEmpty();
  }

  @Test
  void anImportWaitsWhileTheStoreOfNoticesIsAway() {
    var openings = new InMemoryBulkAccounts(new InMemoryAccounts());
    openings.open(List.of(new AccountSample(1).opening()), null);
    var announce = new AnnounceImports(openings, world.announceNotice);
    world.choices.startOutage();
    world.notices.startOutage();
    assertThatThrownBy(announce::announce).isInstanceOf(PortUnavailable.class);
    world.choices.endOutage();
    world.notices.endOutage();
    announce.announce();
    world.work();
    assertThat(world.mails.mails()).hasSize(1);
  }

  @Test
  void anIncidentWaitsWhileTheStoreIsAway() {
    var announce = new AnnounceAuditBreak(pending, () -> world.now);
    announce.broken(new Break(Fault.END_MISSING, 7L, null, null));
    world.choices.startOutage();
    world.notices.startOutage();
    assertThatThrownBy(pending::announce).isInstanceOf(PortUnavailable.class);
    world.choices.endOutage();
    world.notices.endOutage();
    pending.announce();
    world.work();
    assertThat(world.mails.mails()).hasSize(1);
  }

  private DeadLetter letter(long position, Duration after) {
    return new DeadLetter(
        NoticeWorld.WEBHOOK,
        new EventPosition(position),
        new UUID(0, position),
        Sample.BEGINNING.plus(after),
        8,
        "timeout");
  }
}
