package io.clientele.domain.notice;

import io.clientele.domain.account.AccountPermission;
import io.clientele.domain.audit.AuditPermission;
import io.clientele.domain.identity.IdentityPermission;
import io.clientele.domain.kernel.InvalidValue;
import io.clientele.domain.kernel.Permission;
import io.clientele.domain.webhook.WebhookPermission;
import java.util.Arrays;
import java.util.Locale;

/** What a notice is about. Stored and shown by its {@link #text}. */
public enum NoticeKind {
  /** The service disabled a webhook. */
  WEBHOOK_DISABLED(WebhookPermission.VIEW_WEBHOOKS),
  /** An event became a dead letter of a webhook. */
  DEAD_LETTER(WebhookPermission.VIEW_WEBHOOKS),
  /** A verification found that the audit trail was changed. */
  AUDIT_BROKEN(AuditPermission.VIEW_AUDIT),
  /** An import of accounts ended. */
  IMPORT_DONE(AccountPermission.IMPORT_ACCOUNTS),
  /** The operator signed in from a new place. Only this operator gets the notice. */
  NEW_SIGN_IN_PLACE(IdentityPermission.VIEW_SELF);

  private final Permission permission;

  NoticeKind(Permission permission) {
    this.permission = permission;
  }

  /** The permission without which an operator can neither choose nor receive the notice. */
  public Permission permission() {
    return permission;
  }

  /** The name in lower case, such as {@code webhook-disabled}. */
  public String text() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Returns the kind of this name; throws {@link InvalidValue} for an unknown one. */
  public static NoticeKind parse(String text) {
    return Arrays.stream(values())
        .filter(kind -> kind.text().equals(text))
        .findFirst()
        .orElseThrow(
            () ->
                new InvalidValue(
                    "kinds",
                    "must list some of "
                        + String.join(
                            ", ", Arrays.stream(values()).map(NoticeKind::text).toList())));
  }
}
