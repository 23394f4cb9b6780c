package io.clientele.http.account;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.clientele.http.exchange.RequestBodies;
import io.clientele.http.exchange.problem.ProblemException;
import io.clientele.http.exchange.problem.ValidationErrors;

class AmendAccountJsonFuzz {
  @FuzzTest
  void aPatchAppliedTwiceIsAppliedOnce(byte[] body) {
    var faults = new ValidationErrors();
    try {
      var patch = RequestBodies.parse(new String(body, UTF_8), faults);
      var once =
          AmendAccountJson.merge(RequestBodies.parse("{\"a\":{\"b\":\"c\"}}", faults), patch);
      assertThat(AmendAccountJson.merge(once, patch)).isEqualTo(once);
      ProfileJson.requireShape(once, ProfileJson.FIELDS, faults);
      ProfileJson.name(once, faults);
      ProfileJson.email(once, faults);
      ProfileJson.taxId(once, faults);
      ProfileJson.metadata(once, faults);
    } catch (ProblemException documented) {
      assertThat(faults.all()).isNotEmpty();
    }
  }
}
