package io.clientele.infra.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.clientele.infra.config.CachePlan.CacheClass;
import io.clientele.infra.config.DatabasePlan.DatabaseClass;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class EnvironmentPlanTest {
  @Test
  void developmentSizesAreRejectedInProduction() {
    var dev = SampleEnvironments.of(DeploymentStage.DEV);
    assertThatExceptionOfType(InvalidEnvironment.class)
        .isThrownBy(
            () ->
                new EnvironmentPlan(
                    DeploymentStage.PROD,
                    dev.settings(),
                    dev.network(),
                    dev.database(),
                    dev.cache(),
                    dev.compute(),
                    dev.addressRequests(),
                    dev.logDays(),
                    dev.viewShards(),
                    true))
        .satisfies(e -> assertThat(e.errors()).hasSize(5));
  }

  @Test
  void mailsNeedAWayToTheirServer() {
    var mailing = SampleEnvironments.mailing("notices@example.com");
    assertThatExceptionOfType(InvalidEnvironment.class)
        .isThrownBy(() -> EnvironmentPlan.of(DeploymentStage.DEV, mailing, SizeOverrides.NONE))
        .withMessageContaining("mailFrom requires hasGateways");
    var gateways = new SizeOverrides(Map.of("hasGateways", "true"));
    assertThat(EnvironmentPlan.of(DeploymentStage.DEV, mailing, gateways).settings().mailFrom())
        .contains("notices@example.com");
  }

  @Test
  void onlyPairsThatFargateOffersAreAccepted() {
    assertThatExceptionOfType(InvalidEnvironment.class)
        .isThrownBy(() -> new ComputePlan(512, 8192, 1, 4, 70, 1000))
        .withMessageContaining("must be a pair that Fargate offers");
    assertThatExceptionOfType(InvalidEnvironment.class)
        .isThrownBy(() -> new ComputePlan(512, 1024, 5, 4, 70, 1000))
        .withMessageContaining("compute.tasksMin");
  }

  @Test
  void maximumStorageIsAtLeastTheInitialStorage() {
    assertThatExceptionOfType(InvalidEnvironment.class)
        .isThrownBy(() -> new DatabasePlan(DatabaseClass.SMALL, 50, 20, false, 7, false))
        .withMessageContaining("database.storageMaxGb must be 50 to 16384");
  }

  @Test
  void sizesThatAreSetReplaceTheDefaultsOfTheStage() {
    var plan =
        SampleEnvironments.sized(
            DeploymentStage.DEV,
            Map.of("databaseClass", "xlarge", "tasksMax", "9", "taskCpuUnits", "1024"));
    assertThat(plan.database().size()).isEqualTo(DatabaseClass.XLARGE);
    assertThat(plan.compute()).isEqualTo(new ComputePlan(1024, 2048, 1, 9, 70, 600_000));
    assertThat(plan.cache()).isEqualTo(SampleEnvironments.of(DeploymentStage.DEV).cache());
  }

  @Test
  void allWrongSizesAreReportedTogether() {
    assertThatExceptionOfType(InvalidEnvironment.class)
        .isThrownBy(
            () ->
                SampleEnvironments.sized(
                    DeploymentStage.DEV,
                    Map.of("databaseClass", "giant", "tasksMax", "many", "keepsData", "no")))
        .satisfies(
            e ->
                assertThat(e.errors())
                    .extracting(error -> error.split(" ")[0])
                    .containsExactlyInAnyOrder("databaseClass", "tasksMax", "keepsData"));
  }

  /** RDS sets no more for any amount of memory. */
  @Test
  void aLargeServerHasTheGreatestConnectionLimit() {
    assertThat(DatabaseClass.HUGE.connectionsMax()).isEqualTo(5_000);
  }

  @Test
  void aCacheWithoutReplicaIsRejected() {
    assertThatExceptionOfType(InvalidEnvironment.class)
        .isThrownBy(() -> new CachePlan(CacheClass.MICRO, 1, 0, 1))
        .withMessageContaining("cache.replicas");
  }

  @Test
  void subnetBlocksDoNotOverlap() {
    var plan = new NetworkPlan("10.9", 3, false);
    var thirdNumbers =
        Stream.of(
                range(plan::publicBlock, 1), range(plan::taskBlock, 16), range(plan::dataBlock, 1))
            .flatMapToInt(each -> each)
            .toArray();
    assertThat(thirdNumbers).doesNotHaveDuplicates();
    assertThat(IntStream.of(thirdNumbers).max()).hasValue(130);
  }

  @Test
  void aStackIsNamedAfterItsStage() {
    assertThat(DeploymentStage.of("prod")).contains(DeploymentStage.PROD);
    assertThat(DeploymentStage.of("production")).isEmpty();
    assertThat(SampleEnvironments.of(DeploymentStage.PROD).named("data"))
        .isEqualTo("clientele-prod-data");
  }

  private static IntStream range(IntFunction<String> block, int size) {
    return IntStream.range(0, 3)
        .map(zone -> Integer.parseInt(block.apply(zone).split("\\.")[2]))
        .flatMap(first -> IntStream.range(first, first + size));
  }
}
