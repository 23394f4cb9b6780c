package io.clientele.http.notice.mail;

import static io.clientele.http.notice.mail.MailSamples.FROM;
import static io.clientele.http.notice.mail.MailSamples.mail;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientele.domain.kernel.PortUnavailable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailFolderTest {
  @TempDir private Path folder;

  @Test
  void aMailThatIsSentTwiceIsOneFile() throws IOException {
    var sender = new MailFolder(folder.resolve("mail"), FROM);
    sender.send(mail("ada@example.com"));
    sender.send(mail("ada@example.com"));
    try (var files = Files.list(folder.resolve("mail"))) {
      assertThat(files)
          .containsExactly(
              folder.resolve("mail").resolve("0199f3b2-7c00-7000-8000-000000000001.eml"));
    }
  }

  @Test
  void aFolderThatCannotBeWrittenIsUnavailable() throws IOException {
    var file = Files.createFile(folder.resolve("file"));
    assertThatThrownBy(() -> new MailFolder(file, FROM).send(mail("ada@example.com")))
        .isInstanceOf(PortUnavailable.class);
  }
}
