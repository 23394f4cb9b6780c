package io.clientele.infra.config;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Valid configurations of an AWS account that does not exist. */
public final class SampleEnvironments {
  public static final ReleaseImages RELEASE =
      new ReleaseImages("sha256:" + "5".repeat(64), "sha256:" + "c".repeat(64));

  private SampleEnvironments() {}

  public static DeploymentSettings settings(Optional<ReleaseImages> release) {
    return new DeploymentSettings(
        "123456789012",
        "eu-central-1",
        List.of("eu-central-1a", "eu-central-1b", "eu-central-1c"),
        "clientele.example.com",
        "Z0123456789ABC",
        "pl-a3a144ca",
        "oncall@example.com",
        "admin@example.com",
        "example/clientele",
        "example-pulumi-state",
        "arn:aws:kms:eu-central-1:123456789012:key/01234567-89ab-cdef-0123-456789abcdef",
        release,
        Optional.empty(),
        BackupSettings.NONE);
  }

  /** Settings of a service that sends mails from this address. */
  static DeploymentSettings mailing(String from) {
    var usual = settings(Optional.of(RELEASE));
    return with(usual, Optional.of(from), usual.backups());
  }

  private static DeploymentSettings with(
      DeploymentSettings usual, Optional<String> mailFrom, BackupSettings backups) {
    return new DeploymentSettings(
        usual.account(),
        usual.region(),
        usual.zones(),
        usual.domain(),
        usual.hostedZone(),
        usual.edgePrefixList(),
        usual.alarmEmail(),
        usual.adminEmail(),
        usual.repository(),
        usual.stateBucket(),
        usual.stateKey(),
        usual.release(),
        mailFrom,
        backups);
  }

  /** Production that was restored, with its backups in a second region too. */
  public static EnvironmentPlan restored(String restoreFrom) {
    var usual = settings(Optional.of(RELEASE));
    return EnvironmentPlan.of(
        DeploymentStage.PROD,
        with(usual, Optional.empty(), BackupSettings.of("eu-west-1", restoreFrom)),
        SizeOverrides.NONE);
  }

  public static EnvironmentPlan of(DeploymentStage stage) {
    return EnvironmentPlan.of(stage, settings(Optional.of(RELEASE)), SizeOverrides.NONE);
  }

  /** Production before its first release. */
  public static EnvironmentPlan withoutImages(DeploymentStage stage) {
    return EnvironmentPlan.of(stage, settings(Optional.empty()), SizeOverrides.NONE);
  }

  public static EnvironmentPlan sized(DeploymentStage stage, Map<String, String> sizes) {
    return EnvironmentPlan.of(stage, settings(Optional.of(RELEASE)), new SizeOverrides(sizes));
  }

  /** Production for about a hundred times the load, with a read replica, NAT gateways and mails. */
  public static EnvironmentPlan large() {
    return EnvironmentPlan.of(
        DeploymentStage.PROD, mailing("notices@example.com"), new SizeOverrides(largeSizes()));
  }

  private static Map<String, String> largeSizes() {
    return Map.ofEntries(
        Map.entry("databaseClass", "huge"),
        Map.entry("databaseStorageGb", "2000"),
        Map.entry("databaseStorageMaxGb", "16000"),
        Map.entry("databaseReplica", "true"),
        Map.entry("cacheClass", "xlarge"),
        Map.entry("cacheShards", "6"),
        Map.entry("cacheReplicas", "2"),
        Map.entry("taskCpuUnits", "2048"),
        Map.entry("tasksMin", "12"),
        Map.entry("tasksMax", "60"),
        Map.entry("viewShards", "64"),
        Map.entry("hasGateways", "true"));
  }
}
