package io.clientele.http.notice.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientele.domain.kernel.InvalidValue;
import io.clientele.http.notice.mail.SmtpServer.Security;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SmtpServerTest {
  @Test
  void aUrlNamesTheServerAndItsLogin() {
    assertThat(SmtpServer.parse("smtps://ada%40x:p%3Aw@mail.example:4465"))
        .isEqualTo(new SmtpServer("mail.example", 4465, Security.TLS, "ada@x", "p:w"));
    assertThat(SmtpServer.parse("smtps://mail.example").port()).isEqualTo(465);
    assertThat(SmtpServer.parse("smtp://mail.example?starttls=required"))
        .isEqualTo(new SmtpServer("mail.example", 587, Security.STARTTLS, null, null));
    assertThat(SmtpServer.parse("smtp://127.0.0.1:25?starttls=none").security())
        .isEqualTo(Security.NONE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://mail.example",
        "smtp://mail.example?starttls=none",
        "smtp://ada:secret@localhost?starttls=none",
        "smtp://mail.example?starttls=maybe",
        "smtps://mail.example?starttls=required",
        "smtps://ada@mail.example",
        "smtps://:secret@mail.example",
        "smtps://mail.example/path",
        "smtps://mail.example#secret",
        "smtps://",
        "smtps://mail example",
        "secret"
      })
  void anotherTextIsRefusedAndNotRepeated(String text) {
    assertThatThrownBy(() -> SmtpServer.parse(text))
        .isInstanceOf(InvalidValue.class)
        .hasMessageNotContaining("secret");
  }

  @Test
  void theLoginIsNotPrinted() {
    assertThat(SmtpServer.parse("smtps://ada:secret@mail.example"))
        .hasToString("smtps://***:***@mail.example:465");
  }
}
