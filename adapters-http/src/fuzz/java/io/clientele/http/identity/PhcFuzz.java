package io.clientele.http.identity;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;

class PhcFuzz {
  @FuzzTest
  void aHashReadsBackEqual(byte[] stored) {
    var text = new String(stored, ISO_8859_1);
    read(text);
    read("$argon2id$v=19$m=19456,t=2,p=1$" + text);
  }

  private static void read(String text) {
    try {
      var written = Phc.parse(text).toString();
      assertThat(Phc.parse(written)).hasToString(written);
    } catch (IllegalStateException documented) {
      assertThat(documented).hasMessage("not a hash of Argon2id");
    }
  }
}
