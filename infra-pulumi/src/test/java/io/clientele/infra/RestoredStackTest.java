package io.clientele.infra;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.infra.config.DeploymentStage;
import io.clientele.infra.config.SampleEnvironments;
import io.clientele.infra.graph.ResourceGraph;
import io.clientele.infra.graph.ResourceNode;
import io.clientele.infra.rules.StackRules;
import org.junit.jupiter.api.Test;

/** A production that stands on a backup, with a second region. */
class RestoredStackTest {
  private static final String SERVER = "rds/instance:Instance";
  private static final String TIME = "clientele-prod-data@2026-11-29T09:58:00Z";
  private static final ResourceGraph RESTORED =
      TestStacks.graph(SampleEnvironments.restored(TIME), false);

  @Test
  void everyRuleHoldsForIt() {
    assertThat(StackRules.violatedBy(RESTORED, DeploymentStage.PROD)).isEmpty();
  }

  @Test
  void aPointInTimeIsRestoredFromTheInstance() {
    var server = RESTORED.only(SERVER);
    assertThat(server.text("restoreToPointInTime.sourceDbInstanceIdentifier"))
        .isEqualTo("clientele-prod-data");
    assertThat(server.text("restoreToPointInTime.restoreTime")).isEqualTo("2026-11-29T09:58:00Z");
    assertThat(server.at("snapshotIdentifier")).isEmpty();
  }

  @Test
  void aPointInTimeIsRestoredFromTheBackupsOfALostRegion() {
    var backups = "arn:aws:rds:eu-west-1:123456789012:auto-backup:ab-1234";
    var server = restored(backups + "@2026-11-29T09:58:00Z").only(SERVER);
    assertThat(server.text("restoreToPointInTime.sourceDbInstanceAutomatedBackupsArn"))
        .isEqualTo(backups);
    assertThat(server.at("restoreToPointInTime.sourceDbInstanceIdentifier")).isEmpty();
  }

  @Test
  void aSnapshotIsRestored() {
    var server = restored("clientele-prod-end").only(SERVER);
    assertThat(server.text("snapshotIdentifier")).isEqualTo("clientele-prod-end");
    assertThat(server.at("restoreToPointInTime")).isEmpty();
  }

  /** The proxy, the migration and the alarms follow; the old server and its logs stay. */
  @Test
  void theRestoredServerTakesThePlaceOfTheOldOne() {
    var name = RESTORED.only(SERVER).text("identifier");
    assertThat(name).matches("clientele-prod-[0-9a-f]{8}-data");
    assertThat(RESTORED.only("rds/proxyTarget:ProxyTarget").text("dbInstanceIdentifier"))
        .isEqualTo(name);
    assertThat(RESTORED.one("lambda/function:Function", "migrate").text("environment.variables"))
        .contains("DATABASE_HOST=" + name + ".rds.example");
    assertThat(RESTORED.only("lambda/invocation:Invocation").text("triggers.server"))
        .isEqualTo(name + ".rds.example");
    assertThat(
            RESTORED
                .one("cloudwatch/metricAlarm:MetricAlarm", "database-cpu")
                .text("dimensions.DBInstanceIdentifier"))
        .isEqualTo(name);
    assertThat(RESTORED.one("cloudwatch/logGroup:LogGroup", "postgresql").text("name"))
        .isEqualTo("/aws/rds/instance/" + name + "/postgresql");
  }

  @Test
  void theSecondRegionHasTheBackupsAndTheSecrets() {
    var copy =
        RESTORED.only(
            "rds/instanceAutomatedBackupsReplication:InstanceAutomatedBackupsReplication");
    assertThat(copy.text("sourceDbInstanceArn"))
        .isEqualTo("arn:Instance:" + RESTORED.only(SERVER).name());
    assertThat(copy.number("retentionPeriod")).isEqualTo(30);
    assertThat(copy.text("kmsKeyId")).isEqualTo("arn:Key:clientele-prod-backup");
    assertThat(copy.isProtected()).isTrue();
    assertThat(RESTORED.all("secretsmanager/secret:Secret"))
        .extracting(node -> node.text("replicas.0.region") + node.text("replicas.0.kmsKeyId"))
        .containsOnly("eu-west-1arn:Key:clientele-prod-backup");
  }

  @Test
  void withoutASecondRegionNothingIsCopied() {
    var usual = TestStacks.graph(DeploymentStage.PROD);
    assertThat(usual.nodes())
        .extracting(ResourceNode::name)
        .noneMatch(name -> name.endsWith("backup"));
    assertThat(usual.all("secretsmanager/secret:Secret"))
        .allMatch(node -> node.at("replicas.0").isEmpty());
  }

  private static ResourceGraph restored(String from) {
    return TestStacks.graph(SampleEnvironments.restored(from), false);
  }
}
