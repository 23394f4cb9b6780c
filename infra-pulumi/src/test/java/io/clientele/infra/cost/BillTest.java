package io.clientele.infra.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.clientele.infra.Places;
import io.clientele.infra.config.Stage;
import io.clientele.infra.graph.Node;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BillTest {
  /** Else a thing could be added to a stack and never to its bill. */
  @ParameterizedTest
  @EnumSource
  void whatIsCountedIsWhatTheStackHas(Stage stage) {
    var environment = Places.environment(stage);
    var graph = Places.graph(stage);
    assertThat(graph.all("kms/key:Key")).hasSize(Bill.KEYS);
    assertThat(graph.all("secretsmanager/secret:Secret")).hasSize(Bill.SECRETS - 1);
    assertThat(graph.all("cloudwatch/metricAlarm:MetricAlarm")).hasSize(Bill.alarms(environment));
    assertThat(graph.all("wafv2/webAcl:WebAcl")).hasSize(Bill.FIREWALLS);
    assertThat(graph.all("wafv2/webAcl:WebAcl").mapToInt(node -> node.list("rules").size()).sum())
        .isEqualTo(Bill.FIREWALL_RULES);
    assertThat(
            graph
                .all("ec2/vpcEndpoint:VpcEndpoint")
                .filter(node -> node.text("vpcEndpointType").equals("Interface"))
                .mapToInt(node -> node.texts("subnetIds").size())
                .sum())
        .isEqualTo(Bill.ENDPOINTS * environment.network().endpointZones());
    assertThat(graph.all("ec2/natGateway:NatGateway").map(Node::name)).isEmpty();
  }

  @Test
  void aTaskOfHalfACoreAndOneGigabyteIsFourteenDollars() {
    var tasks = Bill.of(Places.environment(Stage.DEV)).lines().get(0);
    assertThat(tasks.month()).isCloseTo(730 * (0.5 * 0.03238 + 0.00356), within(0.001));
  }

  @Test
  void productionIsTheDearest() {
    assertThat(Bill.of(Places.environment(Stage.PROD)).month())
        .isGreaterThan(Bill.of(Places.environment(Stage.STAGING)).month());
    assertThat(Bill.of(Places.environment(Stage.STAGING)).month())
        .isGreaterThan(Bill.of(Places.environment(Stage.DEV)).month());
  }
}
