package io.clientele.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;

class PreferencesFuzz {
  @FuzzTest
  void theFirstOfEqualWishesCounts(byte[] header) {
    var text = new String(header, ISO_8859_1);
    Preferences.countsNoView(text);
    assertThat(Preferences.countsNoView("count-view=no," + text)).isTrue();
    assertThat(Preferences.countsNoView("count-view," + text)).isFalse();
  }
}
