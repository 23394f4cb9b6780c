package io.clientele.http.views;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;

class CountViewPreferenceFuzz {
  @FuzzTest
  void theFirstOfEqualWishesCounts(byte[] header) {
    var text = new String(header, ISO_8859_1);
    CountViewPreference.countsNoView(text);
    assertThat(CountViewPreference.countsNoView("count-view=no," + text)).isTrue();
    assertThat(CountViewPreference.countsNoView("count-view," + text)).isFalse();
  }
}
