package io.clientele.infra.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DeploymentSettingsTest {
  private static final List<String> ZONES =
      List.of("eu-central-1a", "eu-central-1b", "eu-central-1c");

  @Test
  void allErrorsAreReportedTogether() {
    assertThatExceptionOfType(InvalidEnvironment.class)
        .isThrownBy(
            () ->
                new DeploymentSettings(
                    "12",
                    "x",
                    List.of("a"),
                    "",
                    "",
                    "",
                    "",
                    "",
                    "",
                    "",
                    "",
                    Optional.empty(),
                    Optional.of("notices"),
                    BackupSettings.of("y", "")))
        .satisfies(
            e ->
                assertThat(e.errors())
                    .extracting(error -> error.split(" ")[0])
                    .containsExactly(
                        "account",
                        "region",
                        "zones",
                        "zones",
                        "domain",
                        "hostedZone",
                        "edgePrefixList",
                        "alarmEmail",
                        "adminEmail",
                        "repository",
                        "stateBucket",
                        "stateKey",
                        "mailFrom",
                        "backupRegion"));
  }

  @Test
  void threeZonesOfTheRegionAreRequired() {
    assertThat(errors(List.of("eu-central-1a", "eu-central-1b", "eu-west-1c")))
        .containsExactly("zones must be zones of the region");
    assertThat(errors(List.of("eu-central-1a", "eu-central-1b", "eu-central-1b")))
        .containsExactly("zones must be three of them");
  }

  @Test
  void anImageTagIsRejected() {
    assertThatExceptionOfType(InvalidEnvironment.class)
        .isThrownBy(() -> new ReleaseImages("latest", "sha256:" + "0".repeat(64)))
        .withMessageContaining("serviceDigest must be a digest");
  }

  @Test
  void theBackupRegionIsAnotherRegion() {
    assertThat(errors(ZONES, "eu-central-1"))
        .containsExactly("backupRegion must be another region");
    assertThat(errors(ZONES, "eu-west-1")).isEmpty();
  }

  private static List<String> errors(List<String> zones) {
    return errors(zones, "");
  }

  private static List<String> errors(List<String> zones, String backupRegion) {
    try {
      new DeploymentSettings(
          "123456789012",
          "eu-central-1",
          zones,
          "clientele.example.com",
          "Z0123456789ABC",
          "pl-a3a144ca",
          "oncall@example.com",
          "admin@example.com",
          "example/clientele",
          "example-state",
          "arn:aws:kms:eu-central-1:123456789012:key/01234567-89ab-cdef-0123-456789abcdef",
          Optional.empty(),
          Optional.empty(),
          BackupSettings.of(backupRegion, ""));
      return List.of();
    } catch (InvalidEnvironment e) {
      return e.errors();
    }
  }
}
