package io.clientele.persistence.care;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.domain.care.AccountNote;
import io.clientele.domain.care.NoteId;
import io.clientele.domain.care.NoteText;
import io.clientele.testkit.care.AccountNotesContract;
import io.clientele.testkit.kernel.Sample;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class JdbcAccountNotesIT extends JdbcCareFixture implements AccountNotesContract {
  @Test
  void aStoredTextIsNotReadable() {
    var by = new Sample(1).act();
    var text = new NoteText("Ada Lovelace ".repeat(100));
    stores().notes().add(AccountNote.write(NoteId.of(by.at(), new Random(1)), account(), text, by));
    var sealed = database.work().list("SELECT sealed FROM account_note", row -> row.getBytes(1));
    assertThat(sealed).hasSize(1);
    assertThat(new String(sealed.getFirst(), StandardCharsets.ISO_8859_1))
        .doesNotContain("Lovelace");
  }
}
