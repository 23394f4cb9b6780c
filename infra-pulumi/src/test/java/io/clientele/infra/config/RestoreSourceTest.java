package io.clientele.infra.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RestoreSourceTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "clientele-prod-end",
        "rds:clientele-prod-data-2026-11-29-02-05",
        "arn:aws:rds:eu-central-1:123456789012:snapshot:clientele-prod-end"
      })
  void aTextWithoutATimeIsASnapshot(String text) {
    assertThat(new RestoreSource(text).snapshot()).contains(text);
  }

  @Test
  void aTextWithATimeIsAPointInTimeOfABackup() {
    var source = new RestoreSource("clientele-prod-data@2026-11-29T09:58:00Z");
    assertThat(source.snapshot()).isEmpty();
    assertThat(source.backups()).isEqualTo("clientele-prod-data");
    assertThat(source.time()).isEqualTo("2026-11-29T09:58:00Z");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "@2026-11-29T09:58:00Z",
        "data@yesterday",
        "data@2026-11-29T09:58:00",
        "data@2026-11-29T09:58:00Z@",
        "two words",
        "1st"
      })
  void anotherFormIsRejected(String text) {
    assertThatExceptionOfType(InvalidEnvironment.class)
        .isThrownBy(() -> new RestoreSource(text))
        .withMessageContaining("restoreFrom must be a snapshot, or INSTANCE@");
  }

  /** Two servers of one name cannot exist, and a second run must not create another one. */
  @Test
  void theNameOfTheServerFollowsFromTheSource() {
    assertThat(new RestoreSource("clientele-prod-end").serverSuffix())
        .matches("[0-9a-f]{8}")
        .isEqualTo(new RestoreSource("clientele-prod-end").serverSuffix())
        .isNotEqualTo(new RestoreSource("clientele-prod-end2").serverSuffix());
  }
}
