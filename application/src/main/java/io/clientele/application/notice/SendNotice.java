package io.clientele.application.notice;

import io.clientele.domain.identity.AccessPolicy;
import io.clientele.domain.identity.operator.Operator;
import io.clientele.domain.identity.operator.Operators;
import io.clientele.domain.notice.MailSender;
import io.clientele.domain.notice.NoticeChoice;
import io.clientele.domain.notice.NoticeChoices;
import io.clientele.domain.notice.NoticeDelivery;
import io.clientele.domain.notice.Notices;
import io.clientele.domain.task.ClaimedTask;
import io.clientele.domain.task.TaskHandler;
import java.time.InstantSource;
import java.util.Objects;

/**
 * Sends a notice to one operator, as the operator is now: active, with the permission to see what
 * the notice is about, and still choosing its kind. A mail that a server took is not sent again,
 * when the task is repeated.
 */
public final class SendNotice implements TaskHandler {
  private final Notices notices;
  private final Recipients recipients;
  private final MailSender sender;
  private final InstantSource clock;
  private final Listener listener;
  private final TakenMails taken = new TakenMails();

  /** Sends by this sender. */
  public SendNotice(
      Notices notices,
      Recipients recipients,
      MailSender sender,
      InstantSource clock,
      Listener listener) {
    this.notices = Objects.requireNonNull(notices, "notices");
    this.recipients = Objects.requireNonNull(recipients, "recipients");
    this.sender = Objects.requireNonNull(sender, "sender");
    this.clock = Objects.requireNonNull(clock, "clock");
    this.listener = Objects.requireNonNull(listener, "listener");
  }

  /** What tells to which operators a notice may be sent. */
  public record Recipients(Operators operators, NoticeChoices choices, AccessPolicy policy) {
    public Recipients {
      Objects.requireNonNull(operators, "operators");
      Objects.requireNonNull(choices, "choices");
      Objects.requireNonNull(policy, "policy");
    }
  }

  /** Is told of each attempt to send a mail. */
  @FunctionalInterface
  public interface Listener {
    /** An attempt has ended. */
    void attempted(boolean isSent);
  }

  @Override
  public String kind() {
    return NoticeDelivery.TASK_KIND;
  }

  @Override
  public void handle(ClaimedTask task) {
    var delivery = NoticeDelivery.parse(task.payload());
    if (taken.contains(delivery.taskId()) || notices.isSent(delivery)) {
      return;
    }
    var operator = recipients.operators.find(delivery.operator());
    var choice = recipients.choices.find(delivery.operator());
    operator
        .filter(one -> isWanted(delivery, one, choice))
        .ifPresent(one -> send(delivery, one, choice));
  }

  private boolean isWanted(NoticeDelivery delivery, Operator operator, NoticeChoice choice) {
    var profile = operator.profile();
    var kind = delivery.notice().kind();
    return profile.isActive()
        && choice.kinds().contains(kind)
        && recipients.policy.permissions(profile.roles()).contains(kind.permission());
  }

  private void send(NoticeDelivery delivery, Operator operator, NoticeChoice choice) {
    var to = operator.profile().email();
    var isSent = false;
    try {
      sender.send(NoticeText.mail(delivery, to, choice.language()));
      isSent = true;
    } finally {
      listener.attempted(isSent);
    }
    taken.add(delivery.taskId());
    notices.sent(delivery, clock.instant());
  }
}
