package io.clientele.http.account.importing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.clientele.http.exchange.problem.ProblemException;

class ImportCsvReaderFuzz {
  @FuzzTest
  void eachRecordIsFaultyOrReadsBackEqual(byte[] body) {
    var text = new String(body, UTF_8);
    read(text);
    read("name,email,taxIdCountry,taxIdValue,metadata\nAda,ada@example.com," + text);
  }

  private static void read(String text) {
    try {
      ProfileRoundTrip.readsBack(ImportCsvReader.read(text, 10));
    } catch (ProblemException documented) {
      // It tells what is wrong with the header, or that this is no CSV.
    }
  }
}
