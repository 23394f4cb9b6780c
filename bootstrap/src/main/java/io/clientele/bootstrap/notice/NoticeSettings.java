package io.clientele.bootstrap.notice;

import io.clientele.bootstrap.config.ContextSetting;
import io.clientele.bootstrap.config.ContributedSettings;
import io.clientele.bootstrap.config.SettingGroup;
import io.clientele.bootstrap.config.SettingValues;
import io.clientele.domain.kernel.text.Email;
import io.clientele.http.notice.mail.SmtpServer;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The settings of notices. */
final class NoticeSettings {
  static final ContextSetting<Optional<SmtpServer>> SMTP_URL =
      ContextSetting.optional(
          "SMTP_URL",
          true,
          "The mail server of notices, as `smtps://user:password@host:465` or"
              + " `smtp://user:password@host:587?starttls=required`. Certificates are verified."
              + " `starttls=none`, without user and password, is for a server on this machine."
              + " Without it no notices are sent",
          SettingValues.parsedBy(SmtpServer::parse));

  static final ContextSetting<Optional<Email>> MAIL_FROM =
      ContextSetting.optional(
          "MAIL_FROM",
          false,
          "The address that notices are sent from. Set together with `SMTP_URL`",
          SettingValues.parsedBy(Email::new));

  static final ContextSetting<Optional<Path>> MAIL_FOLDER =
      ContextSetting.optional(
          "MAIL_FOLDER",
          false,
          "A folder that notices are written to as `.eml` files where `SMTP_URL` is not set."
              + " Embedded mode sets `.clientele/mail`",
          Path::of);

  static final SettingGroup GROUP =
      new SettingGroup(
          "Notices",
          List.of(SMTP_URL, MAIL_FROM, MAIL_FOLDER),
          List.of(),
          List.of(NoticeSettings::senderMissing));

  private NoticeSettings() {}

  private static Optional<String> senderMissing(ContributedSettings settings) {
    return settings.isSet(SMTP_URL) && !settings.isSet(MAIL_FROM)
        ? Optional.of("MAIL_FROM is required with SMTP_URL")
        : Optional.empty();
  }
}
