package io.clientele.http.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.clientele.http.exchange.problem.ProblemException;
import io.clientele.http.exchange.problem.ValidationErrors;

class StrictJsonReaderFuzz {
  @FuzzTest
  void whatIsReadIsRefusedOrReadsBackEqual(byte[] body) {
    var faults = new ValidationErrors();
    try {
      var value = StrictJsonReader.read(new String(body, UTF_8), faults);
      faults.refuse();
      assertThat(StrictJsonReader.read(value.toString(), faults)).isEqualTo(value);
      assertThat(faults.all()).isEmpty();
    } catch (ProblemException documented) {
      assertThat(faults.all()).isNotEmpty();
    }
  }
}
