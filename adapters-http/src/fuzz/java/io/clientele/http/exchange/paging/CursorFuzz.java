package io.clientele.http.exchange.paging;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Arrays;
import java.util.Base64;

class CursorFuzz {
  private static final String FORM = "f1";

  @FuzzTest
  void aForgedOneIsNoneAndOursReadsBackEqual(byte[] data) {
    Cursor.read(new String(data, ISO_8859_1), FORM, 3);
    var coded = Base64.getUrlEncoder().withoutPadding().encodeToString(data);
    var forged = Cursor.read(coded, FORM, 3);
    assertThat(forged == null || Cursor.write(forged).equals(coded)).isTrue();

    var fields = Arrays.asList(FORM, new String(data, UTF_8).replace("\0", ""), null);
    var cursor = Cursor.write(fields);
    if (cursor.length() <= 4096) {
      assertThat(Cursor.read(cursor, FORM, 3)).isEqualTo(fields);
    }
  }
}
