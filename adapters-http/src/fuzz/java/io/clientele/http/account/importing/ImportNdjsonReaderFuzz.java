package io.clientele.http.account.importing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.code_intelligence.jazzer.junit.FuzzTest;

/** Reads the body of one opening on each line. */
class ImportNdjsonReaderFuzz {
  @FuzzTest
  void eachLineIsFaultyOrReadsBackEqual(byte[] body) {
    var text = new String(body, UTF_8);
    ProfileRoundTrip.readsBack(ImportNdjsonReader.read(text, 10));
    ProfileRoundTrip.readsBack(
        ImportNdjsonReader.read("{\"name\":\"Ada\",\"email\":\"ada@example.com\"," + text, 10));
  }
}
