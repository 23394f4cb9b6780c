package io.clientele.bootstrap.notice;

import dagger.Module;
import dagger.Provides;
import dagger.multibindings.ElementsIntoSet;
import dagger.multibindings.IntoSet;
import io.clientele.application.kernel.Job;
import io.clientele.application.notice.AnnounceEvents;
import io.clientele.application.notice.AnnounceImports;
import io.clientele.application.notice.AnnounceNewPlaces;
import io.clientele.application.notice.AnnounceNotice;
import io.clientele.application.notice.AnnouncePendingNotices;
import io.clientele.application.notice.SendNotice;
import io.clientele.application.task.RunTasks;
import io.clientele.domain.account.EndedImports;
import io.clientele.domain.event.EventFeed;
import io.clientele.domain.identity.AccessPolicy;
import io.clientele.domain.identity.operator.Operators;
import io.clientele.domain.identity.session.SignInPlaces;
import io.clientele.domain.notice.MailSender;
import io.clientele.domain.notice.NoticeChoices;
import io.clientele.domain.notice.Notices;
import io.clientele.domain.task.TaskHandler;
import io.clientele.domain.task.Tasks;
import io.clientele.domain.webhook.Webhooks;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The jobs of notices. Mails are sent by a job of their own and not with the tasks of other
 * contexts, so that these never wait for a mail server.
 */
@Module
interface NoticeJobsModule {
  /** How often events, ended imports and new places of sign-ins are read. */
  Duration EVENTS_EVERY = Duration.ofSeconds(5);

  /** How often incidents of this process are announced, and mails are sent. */
  Duration EVERY = Duration.ofSeconds(1);

  /** How often old notices are forgotten. */
  Duration FORGOTTEN_EVERY = Duration.ofHours(6);

  @Provides
  @Singleton
  static SendNotice.Recipients recipients(
      Operators operators, NoticeChoices choices, AccessPolicy policy) {
    return new SendNotice.Recipients(operators, choices, policy);
  }

  @Provides
  @Singleton
  static AnnounceEvents announceEvents(
      EventFeed feed,
      Notices notices,
      NoticeChoices choices,
      Webhooks webhooks,
      AnnounceNotice announceNotice) {
    return new AnnounceEvents(feed, notices, choices, webhooks, announceNotice);
  }

  @Provides
  static AnnounceImports announceImports(EndedImports imports, AnnounceNotice announceNotice) {
    return new AnnounceImports(imports, announceNotice);
  }

  @Provides
  static AnnounceNewPlaces announceNewPlaces(SignInPlaces places, AnnounceNotice announceNotice) {
    return new AnnounceNewPlaces(places, announceNotice);
  }

  @Provides
  @ElementsIntoSet
  static Set<Job> announcing(
      AnnounceEvents announceEvents,
      AnnounceNewPlaces announceNewPlaces,
      AnnounceImports announceImports,
      AnnouncePendingNotices pending) {
    return Set.of(
        new Job("notice-events", EVENTS_EVERY, 0.2, announceEvents::announce),
        new Job("notice-imports", EVENTS_EVERY, 0.2, announceImports::announce),
        new Job("notice-places", EVENTS_EVERY, 0.2, announceNewPlaces::announce),
        new Job("notice-incidents", EVERY, 0.2, pending::announce));
  }

  @Provides
  @IntoSet
  static Job forgetting(Notices notices, InstantSource clock) {
    return new Job(
        "notice-retention",
        FORGOTTEN_EVERY,
        0.9,
        () -> notices.forget(clock.instant().minus(Notices.KEPT)));
  }

  /** Sends mails one after the other; runs nothing where the service has no mail server. */
  @Provides
  @Singleton
  static NoticeMails mails(
      Notices notices,
      SendNotice.Recipients recipients,
      Optional<MailSender> sender,
      InstantSource clock,
      NoticeMetrics metrics) {
    return new NoticeMails(
        sender.stream()
            .<TaskHandler>map(to -> new SendNotice(notices, recipients, to, clock, metrics))
            .toList());
  }

  /** The handlers of mails, which are not among those of other tasks. */
  record NoticeMails(List<TaskHandler> handlers) {}

  @Provides
  @IntoSet
  static Job sending(
      Tasks tasks,
      NoticeMails mails,
      SecureRandom random,
      InstantSource clock,
      RunTasks.Listener listener) {
    var run = new RunTasks(tasks, mails.handlers(), clock, random, listener);
    return new Job("notice-mails", EVERY, 0.2, run::run);
  }
}
