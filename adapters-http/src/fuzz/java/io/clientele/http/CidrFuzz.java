package io.clientele.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.clientele.domain.InvalidValue;

/** Reads addresses, too. */
class CidrFuzz {
  @FuzzTest
  void aRangeReadsBackEqualAndHoldsItsFirst(byte[] setting) {
    try {
      var range = Cidr.parse(new String(setting, ISO_8859_1));
      assertThat(Cidr.parse(range.toString())).isEqualTo(range);
      assertThat(range.contains(range.first())).isTrue();
      assertThat(Addresses.parse(range.first().getHostAddress())).isEqualTo(range.first());
      assertThat(Addresses.holder(range.first())).isNotEmpty();
    } catch (InvalidValue documented) {
      assertThat(documented.faults()).hasSize(1);
    }
  }
}
