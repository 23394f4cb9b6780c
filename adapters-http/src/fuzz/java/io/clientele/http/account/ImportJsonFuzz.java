package io.clientele.http.account;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.code_intelligence.jazzer.junit.FuzzTest;

/** Reads the body of one opening on each line. */
class ImportJsonFuzz {
  @FuzzTest
  void eachLineIsFaultyOrReadsBackEqual(byte[] body) {
    var text = new String(body, UTF_8);
    WrittenProfile.readsBack(ImportJson.read(text, 10));
    WrittenProfile.readsBack(
        ImportJson.read("{\"name\":\"Ada\",\"email\":\"ada@example.com\"," + text, 10));
  }
}
