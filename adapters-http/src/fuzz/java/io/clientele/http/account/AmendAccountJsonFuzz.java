package io.clientele.http.account;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.clientele.http.Bodies;
import io.clientele.http.Faults;
import io.clientele.http.Refusal;

class AmendAccountJsonFuzz {
  @FuzzTest
  void aPatchAppliedTwiceIsAppliedOnce(byte[] body) {
    var faults = new Faults();
    try {
      var patch = Bodies.parse(new String(body, UTF_8), faults);
      var once = AmendAccountJson.merge(Bodies.parse("{\"a\":{\"b\":\"c\"}}", faults), patch);
      assertThat(AmendAccountJson.merge(once, patch)).isEqualTo(once);
      ProfileJson.requireShape(once, faults);
      ProfileJson.name(once, faults);
      ProfileJson.email(once, faults);
      ProfileJson.taxId(once, faults);
      ProfileJson.metadata(once, faults);
    } catch (Refusal documented) {
      assertThat(faults.all()).isNotEmpty();
    }
  }
}
