package io.clientele.inmemory.notice;

import io.clientele.domain.notice.Mail;
import io.clientele.domain.notice.MailRefused;
import io.clientele.domain.notice.MailSender;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps mails in memory; refuses them while it is told to. Safe for use by many threads. */
public final class InMemoryMailSender implements MailSender {
  private final List<Mail> mails = new CopyOnWriteArrayList<>();
  private volatile boolean isRefusing;

  /** Creates a sender that takes all mails. */
  public InMemoryMailSender() {}

  @Override
  public void send(Mail mail) {
    if (isRefusing) {
      throw new MailRefused(451);
    }
    mails.add(mail);
  }

  /** Refuses the next mails, or takes them again. */
  public void refuse(boolean isRefused) {
    isRefusing = isRefused;
  }

  /** The mails so far, the oldest first. */
  public List<Mail> mails() {
    return List.copyOf(mails);
  }
}
