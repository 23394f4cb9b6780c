/**
 * Sends notices as mails by SMTP, or writes them to a folder. Uses the domain's notice and Angus
 * Mail. Start at {@link SmtpMailSender}.
 */
@NullMarked
package io.clientele.http.notice.mail;

import org.jspecify.annotations.NullMarked;
