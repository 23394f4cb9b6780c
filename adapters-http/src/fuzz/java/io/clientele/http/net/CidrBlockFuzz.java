package io.clientele.http.net;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.clientele.domain.kernel.InvalidValue;

/** Reads addresses, too. */
class CidrBlockFuzz {
  @FuzzTest
  void aRangeReadsBackEqualAndHoldsItsFirst(byte[] setting) {
    try {
      var range = CidrBlock.parse(new String(setting, ISO_8859_1));
      assertThat(CidrBlock.parse(range.toString())).isEqualTo(range);
      assertThat(range.contains(range.first())).isTrue();
      assertThat(IpAddresses.parse(range.first().getHostAddress())).isEqualTo(range.first());
      assertThat(IpAddresses.holder(range.first())).isNotEmpty();
    } catch (InvalidValue documented) {
      assertThat(documented.faults()).hasSize(1);
    }
  }
}
