package io.clientele.infra.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.clientele.infra.TestStacks;
import io.clientele.infra.config.DeploymentStage;
import io.clientele.infra.config.SampleEnvironments;
import io.clientele.infra.graph.ResourceNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CostEstimateTest {
  /** A resource type that is missing from the estimate would go unnoticed otherwise. */
  @ParameterizedTest
  @EnumSource
  void theEstimateCountsTheStacksResources(DeploymentStage stage) {
    var environment = SampleEnvironments.of(stage);
    var graph = TestStacks.graph(stage);
    assertThat(graph.all("kms/key:Key")).hasSize(CostEstimate.KEYS);
    assertThat(graph.all("secretsmanager/secret:Secret")).hasSize(CostEstimate.SECRETS - 1);
    assertThat(graph.all("cloudwatch/metricAlarm:MetricAlarm"))
        .hasSize(CostEstimate.alarms(environment));
    assertThat(graph.all("wafv2/webAcl:WebAcl")).hasSize(CostEstimate.FIREWALLS);
    assertThat(graph.all("wafv2/webAcl:WebAcl").mapToInt(node -> node.list("rules").size()).sum())
        .isEqualTo(CostEstimate.FIREWALL_RULES);
    assertThat(
            graph
                .all("ec2/vpcEndpoint:VpcEndpoint")
                .filter(node -> node.text("vpcEndpointType").equals("Interface"))
                .mapToInt(node -> node.texts("subnetIds").size())
                .sum())
        .isEqualTo(CostEstimate.ENDPOINTS * environment.network().endpointZones());
    assertThat(graph.all("ec2/natGateway:NatGateway").map(ResourceNode::name)).isEmpty();
  }

  @Test
  void aTaskIsPricedByCpuAndMemory() {
    var tasks = CostEstimate.of(SampleEnvironments.of(DeploymentStage.DEV)).lines().get(0);
    assertThat(tasks.month()).isCloseTo(730 * (0.5 * 0.03238 + 0.00356), within(0.001));
  }

  @Test
  void productionCostsMostAndDevelopmentLeast() {
    assertThat(CostEstimate.of(SampleEnvironments.of(DeploymentStage.PROD)).month())
        .isGreaterThan(CostEstimate.of(SampleEnvironments.of(DeploymentStage.STAGING)).month());
    assertThat(CostEstimate.of(SampleEnvironments.of(DeploymentStage.STAGING)).month())
        .isGreaterThan(CostEstimate.of(SampleEnvironments.of(DeploymentStage.DEV)).month());
  }
}
