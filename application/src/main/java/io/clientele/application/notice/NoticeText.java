package io.clientele.application.notice;

import io.clientele.domain.kernel.text.Email;
import io.clientele.domain.notice.Mail;
import io.clientele.domain.notice.NoticeDelivery;
import io.clientele.domain.notice.NoticeKind;
import io.clientele.domain.notice.NoticeLanguage;
import java.util.Map;
import java.util.Objects;

/** The texts of notices in each language. They contain ids, and no other data of persons. */
final class NoticeText {
  private static final Map<NoticeLanguage, Language> LANGUAGES =
      Map.of(
          NoticeLanguage.EN,
          new Language(
              "What: %s\nWhen: %s\nDetail: %s\n",
              """
              You receive this mail because you chose this notice in your profile.
              You can change that there at any time.
              """,
              Map.of(
                  NoticeKind.WEBHOOK_DISABLED,
                  new Text(
                      "A webhook was disabled",
                      """
                      The service disabled the webhook that is named below. Its events are kept for 90 days.
                      An administrator can start it again.
                      """),
                  NoticeKind.DEAD_LETTER,
                  new Text(
                      "A webhook has dead letters",
                      """
                      The webhook that is named below refused an event again and again, so that it was set aside.
                      You receive at most one such mail an hour for each webhook.
                      """),
                  NoticeKind.AUDIT_BROKEN,
                  new Text(
                      "The audit trail was changed",
                      """
                      A verification found that stored entries of the audit trail were changed or removed.
                      Keep the database as it is, and follow the runbook.
                      """),
                  NoticeKind.IMPORT_DONE,
                  new Text(
                      "An import of accounts ended",
                      """
                      An import of accounts ended. The detail shows how many of the lines became accounts.
                      """),
                  NoticeKind.NEW_SIGN_IN_PLACE,
                  new Text(
                      "You signed in from a new place",
                      """
                      There was a sign-in with your password from a network or a browser that you did not use in the last
                      90 days.
                      If it was not you, change your password now: that ends all other sessions. Then tell an
                      administrator the id of the session, which is named below.
                      """))),
          NoticeLanguage.PT,
          new Language(
              "O quê: %s\nQuando: %s\nDetalhe: %s\n",
              """
              Você recebe este e-mail porque escolheu este aviso no seu perfil.
              Lá você pode mudar isso a qualquer momento.
              """,
              Map.of(
                  NoticeKind.WEBHOOK_DISABLED,
                  new Text(
                      "Um webhook foi desativado",
                      """
                      O serviço desativou o webhook indicado abaixo. Seus eventos são guardados por 90 dias.
                      Um administrador pode ativá-lo de novo.
                      """),
                  NoticeKind.DEAD_LETTER,
                  new Text(
                      "Um webhook tem eventos não entregues",
                      """
                      O webhook indicado abaixo recusou um evento repetidas vezes, e ele foi posto de lado.
                      Você recebe no máximo um e-mail destes por hora para cada webhook.
                      """),
                  NoticeKind.AUDIT_BROKEN,
                  new Text(
                      "A trilha de auditoria foi alterada",
                      """
                      Uma verificação encontrou entradas alteradas ou removidas na trilha de auditoria.
                      Deixe o banco de dados como está e siga o manual de operação.
                      """),
                  NoticeKind.IMPORT_DONE,
                  new Text(
                      "Uma importação de contas terminou",
                      """
                      Uma importação de contas terminou. O detalhe mostra quantas das linhas viraram contas.
                      """),
                  NoticeKind.NEW_SIGN_IN_PLACE,
                  new Text(
                      "Você entrou de um lugar novo",
                      """
                      Alguém entrou com a sua conta de uma rede ou de um navegador que você não usou nos últimos 90 dias.
                      Se não foi você, mude já a sua senha: isso encerra todas as outras sessões. Depois informe a um
                      administrador o id da sessão, indicado abaixo.
                      """))));

  private NoticeText() {}

  /** The subject and the first sentences of a notice. */
  private record Text(String subject, String meaning) {}

  /** The texts of a language; {@code facts} has places for the subject, the time and the detail. */
  private record Language(String facts, String end, Map<NoticeKind, Text> texts) {}

  /** Returns the mail of a delivery. */
  static Mail mail(NoticeDelivery delivery, Email to, NoticeLanguage spoken) {
    var notice = delivery.notice();
    var language = Objects.requireNonNull(LANGUAGES.get(spoken));
    var text = Objects.requireNonNull(language.texts.get(notice.kind()));
    var detail = notice.detail().isEmpty() ? "-" : notice.detail();
    var facts = language.facts.formatted(notice.subject(), notice.at(), detail);
    return new Mail(
        delivery.taskId().toString(),
        to,
        spoken,
        notice.at(),
        text.subject,
        String.join("\n", text.meaning, facts, language.end));
  }
}
