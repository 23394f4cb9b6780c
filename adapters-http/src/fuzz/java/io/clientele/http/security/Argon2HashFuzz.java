package io.clientele.http.security;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;

class Argon2HashFuzz {
  @FuzzTest
  void aHashReadsBackEqual(byte[] stored) {
    var text = new String(stored, ISO_8859_1);
    read(text);
    read("$argon2id$v=19$m=19456,t=2,p=1$" + text);
  }

  private static void read(String text) {
    try {
      var written = Argon2Hash.parse(text).toString();
      assertThat(Argon2Hash.parse(written)).hasToString(written);
    } catch (IllegalStateException documented) {
      assertThat(documented).hasMessage("not a hash of Argon2id");
    }
  }
}
