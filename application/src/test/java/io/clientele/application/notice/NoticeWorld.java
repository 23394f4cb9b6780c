package io.clientele.application.notice;

import io.clientele.application.task.RunTasks;
import io.clientele.domain.account.AccountPermission;
import io.clientele.domain.audit.AuditPermission;
import io.clientele.domain.identity.AccessPolicy;
import io.clientele.domain.identity.DisplayName;
import io.clientele.domain.identity.IdentityPermission;
import io.clientele.domain.identity.OperatorId;
import io.clientele.domain.identity.Role;
import io.clientele.domain.identity.operator.Operator;
import io.clientele.domain.identity.operator.OperatorProfile;
import io.clientele.domain.identity.operator.OperatorProfile.Status;
import io.clientele.domain.identity.password.PasswordHash;
import io.clientele.domain.kernel.Provenance;
import io.clientele.domain.kernel.event.ChangeSubject;
import io.clientele.domain.kernel.event.PublishedEvent;
import io.clientele.domain.kernel.text.Email;
import io.clientele.domain.notice.NoticeKind;
import io.clientele.domain.notice.NoticeLanguage;
import io.clientele.domain.notice.NoticePermission;
import io.clientele.domain.webhook.WebhookId;
import io.clientele.domain.webhook.WebhookPermission;
import io.clientele.inmemory.event.InMemoryEventFeed;
import io.clientele.inmemory.identity.InMemoryOperators;
import io.clientele.inmemory.kernel.InMemoryChangeStore;
import io.clientele.inmemory.notice.InMemoryMailSender;
import io.clientele.inmemory.notice.InMemoryNoticeChoices;
import io.clientele.inmemory.notice.InMemoryNotices;
import io.clientele.inmemory.task.InMemoryTasks;
import io.clientele.inmemory.webhook.InMemoryWebhookStores;
import io.clientele.testkit.kernel.Sample;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** All that announces and sends notices, in memory. */
final class NoticeWorld {
  static final WebhookId WEBHOOK = WebhookId.of(Sample.BEGINNING, new Random(5));

  final InMemoryChangeStore changes = new InMemoryChangeStore();
  final InMemoryEventFeed feed = new InMemoryEventFeed();
  final InMemoryOperators operators = new InMemoryOperators();
  final InMemoryNoticeChoices choices = new InMemoryNoticeChoices(changes);
  final InMemoryTasks tasks = new InMemoryTasks(changes);
  final InMemoryNotices notices = new InMemoryNotices(choices, tasks);
  final InMemoryMailSender mails = new InMemoryMailSender();
  final List<Boolean> attempts = new ArrayList<>();
  Instant now = Sample.BEGINNING;

  final AccessPolicy policy =
      new AccessPolicy(
          Set.of(
              AccountPermission.GRANTS,
              AuditPermission.GRANTS,
              IdentityPermission.GRANTS,
              NoticePermission.GRANTS,
              WebhookPermission.GRANTS));
  final SendNotice sendNotice =
      new SendNotice(
          notices,
          new SendNotice.Recipients(operators, choices, policy),
          mails,
          () -> now,
          attempts::add);
  final AnnounceNotice announceNotice = new AnnounceNotice(notices, true, () -> now);
  final AnnounceEvents announceEvents =
      new AnnounceEvents(
          feed, notices, choices, new InMemoryWebhookStores(changes).webhooks(), announceNotice);
  private final RunTasks runTasks =
      new RunTasks(tasks, List.of(sendNotice), () -> now, new Random(1), (kind, ending) -> {});

  /** Adds an operator that chose these notices. */
  OperatorId operator(String name, Role role, NoticeLanguage language, NoticeKind... kinds) {
    var id = OperatorId.of(now, new Random(name.hashCode()));
    var profile =
        new OperatorProfile(
            new DisplayName(name), new Email(name + "@example.com"), Set.of(role), Status.ACTIVE);
    operators.save(Operator.add(id, profile, by()), new PasswordHash("hash of " + name));
    choices.save(choices.find(id).choose(Set.of(kinds), language, by()));
    return id;
  }

  /** Appends an event to the feed. */
  void publish(String type, String subject) {
    var about = ChangeSubject.named(subject).at(1);
    feed.append(new PublishedEvent(type, now, about, List.of()));
    feed.chain();
  }

  /** Announces what the feed has, and sends what is due. */
  void work() {
    announceEvents.announce();
    runTasks.run();
  }

  Provenance by() {
    return new Provenance("test", now);
  }
}
