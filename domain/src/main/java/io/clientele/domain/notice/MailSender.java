package io.clientele.domain.notice;

/**
 * Sends mails. A call ends within a minute. Implementations are safe for use by many threads.
 *
 * <p>A mail may arrive twice when the connection ends after the mail was transferred and before the
 * server answered: SMTP cannot tell whether the server took it. Both have one Message-ID.
 */
public interface MailSender {
  /**
   * Sends a mail; returns when the server has taken it.
   *
   * @throws MailRefused if the server answers that it does not take the mail, now or ever
   * @throws io.clientele.domain.kernel.PortUnavailable if no server answers in time, or its
   *     certificate is not trusted
   */
  void send(Mail mail);
}
