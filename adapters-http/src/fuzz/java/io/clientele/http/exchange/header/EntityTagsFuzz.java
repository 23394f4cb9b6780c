package io.clientele.http.exchange.header;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;

class EntityTagsFuzz {
  @FuzzTest
  void aListIsOneStillWithATagOfOursBeforeIt(byte[] header) {
    var text = new String(header, ISO_8859_1);
    if (!text.strip().equals("*")) {
      var isList = EntityTags.parse(text) != null;
      var longer = EntityTags.parse(EntityTags.of(text.length()) + "," + text);
      assertThat(longer != null).isEqualTo(isList);
    }
  }
}
