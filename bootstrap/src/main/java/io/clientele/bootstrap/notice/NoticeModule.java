package io.clientele.bootstrap.notice;

import dagger.Binds;
import dagger.Module;
import dagger.Provides;
import dagger.multibindings.IntoSet;
import io.clientele.application.notice.AnnounceAuditBreak;
import io.clientele.application.notice.AnnounceDeadLetter;
import io.clientele.application.notice.AnnounceNotice;
import io.clientele.application.notice.AnnouncePendingNotices;
import io.clientele.application.notice.ChooseNotices;
import io.clientele.application.notice.ViewNoticeChoice;
import io.clientele.bootstrap.config.Config;
import io.clientele.bootstrap.config.SettingGroup;
import io.clientele.bootstrap.telemetry.Meters;
import io.clientele.domain.audit.chain.AuditBreakListener;
import io.clientele.domain.identity.Grants;
import io.clientele.domain.kernel.text.Email;
import io.clientele.domain.notice.MailSender;
import io.clientele.domain.notice.NoticeChoices;
import io.clientele.domain.notice.NoticePermission;
import io.clientele.domain.notice.Notices;
import io.clientele.domain.webhook.delivery.DeadLetterListener;
import io.clientele.http.notice.NoticeRoutes;
import io.clientele.http.notice.mail.MailFolder;
import io.clientele.http.notice.mail.SmtpMailSender;
import io.clientele.http.route.RouteGroup;
import io.clientele.persistence.change.ChangeStore;
import io.clientele.persistence.jdbc.Database;
import io.clientele.persistence.migration.SchemaContribution;
import io.clientele.persistence.notice.JdbcNoticeChoices;
import io.clientele.persistence.notice.JdbcNotices;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Optional;

/** Plugs in notices: mails by which operators learn what happened. */
@Module(includes = NoticeJobsModule.class)
public interface NoticeModule {
  /** The sender of mails in a folder that name none. */
  Email FOLDER_SENDER = new Email("notices@clientele.invalid");

  @Provides
  @IntoSet
  static SchemaContribution schema() {
    return SchemaContribution.of("notice");
  }

  @Provides
  @IntoSet
  static Grants grants() {
    return NoticePermission.GRANTS;
  }

  @Provides
  @IntoSet
  static SettingGroup settings() {
    return NoticeSettings.GROUP;
  }

  @Provides
  @Singleton
  static NoticeChoices choices(Database database, ChangeStore changes) {
    return new JdbcNoticeChoices(database, changes);
  }

  @Provides
  @Singleton
  static Notices notices(Database database, ChangeStore changes) {
    return new JdbcNotices(database, changes.subjectKeys());
  }

  /** Empty for a service that sends no mails. */
  @Provides
  @Singleton
  static Optional<MailSender> sender(Config config) {
    var from = config.get(NoticeSettings.MAIL_FROM).orElse(FOLDER_SENDER);
    return config
        .get(NoticeSettings.SMTP_URL)
        .<MailSender>map(server -> new SmtpMailSender(server, from))
        .or(() -> config.get(NoticeSettings.MAIL_FOLDER).map(to -> new MailFolder(to, from)));
  }

  @Provides
  @Singleton
  static AnnounceNotice announceNotice(
      Notices notices, Optional<MailSender> sender, InstantSource clock) {
    return new AnnounceNotice(notices, sender.isPresent(), clock);
  }

  @Provides
  @Singleton
  static AnnouncePendingNotices pending(AnnounceNotice announceNotice) {
    return new AnnouncePendingNotices(announceNotice);
  }

  @Provides
  @IntoSet
  static DeadLetterListener deadLetters(AnnounceNotice announceNotice) {
    return new AnnounceDeadLetter(announceNotice);
  }

  @Provides
  @IntoSet
  static AuditBreakListener auditBreaks(AnnouncePendingNotices pending, InstantSource clock) {
    return new AnnounceAuditBreak(pending, clock);
  }

  @Provides
  @Singleton
  static NoticeMetrics metrics() {
    return new NoticeMetrics();
  }

  @Binds
  @IntoSet
  Meters meters(NoticeMetrics metrics);

  @Provides
  @IntoSet
  static RouteGroup routes(
      NoticeChoices choices, Optional<MailSender> sender, InstantSource clock) {
    return new NoticeRoutes(
        new ViewNoticeChoice(choices), new ChooseNotices(choices, clock), sender.isPresent());
  }
}
