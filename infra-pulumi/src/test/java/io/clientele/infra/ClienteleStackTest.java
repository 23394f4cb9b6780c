package io.clientele.infra;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.infra.config.DeploymentStage;
import io.clientele.infra.config.SampleEnvironments;
import io.clientele.infra.graph.GraphSnapshot;
import io.clientele.infra.graph.ResourceGraph;
import io.clientele.infra.graph.ResourceNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ClienteleStackTest {
  private static final String SERVICE = "ecs/service:Service";

  @Test
  void everyComponentExistsAndIsTheParentOfItsResources() {
    var graph = TestStacks.graph(DeploymentStage.PROD);
    assertThat(graph.nodes())
        .extracting(ResourceNode::type)
        .contains(
            "clientele:infra:Network",
            "clientele:infra:Data",
            "clientele:infra:Cache",
            "clientele:infra:Compute",
            "clientele:infra:Edge",
            "clientele:infra:Observability",
            "clientele:infra:Delivery");
    assertThat(graph.nodes())
        .filteredOn(node -> node.type().startsWith("aws:"))
        .hasSizeGreaterThan(180)
        .allMatch(node -> !node.parent().isEmpty());
  }

  @Test
  void withoutImagesOnlyTasksAndServiceAreMissing() {
    var graph = TestStacks.graph(SampleEnvironments.withoutImages(DeploymentStage.DEV), false);
    assertThat(graph.all(SERVICE)).isEmpty();
    assertThat(graph.all("ecs/taskDefinition:TaskDefinition")).isEmpty();
    assertThat(graph.all("lambda/invocation:Invocation")).isEmpty();
    assertThat(graph.all("ecr/repository:Repository")).hasSize(2);
    assertThat(graph.all("rds/instance:Instance")).hasSize(1);
  }

  /** In a preview the outputs of new resources are unknown, and no resource may need them. */
  @Test
  void aPreviewShowsTheSameResources() {
    var preview = TestStacks.graph(SampleEnvironments.of(DeploymentStage.PROD), true);
    assertThat(names(preview)).isEqualTo(names(TestStacks.graph(DeploymentStage.PROD)));
  }

  @Test
  void theServiceDependsOnMigrationListenerRulesAndCache() {
    assertThat(TestStacks.graph(DeploymentStage.STAGING).only(SERVICE).dependsOn())
        .containsExactlyInAnyOrder(
            "clientele-staging-migrate",
            "clientele-staging-from-cloudfront",
            "clientele-staging-store-from-cloudfront",
            "clientele-staging-cache");
  }

  /** Otherwise every second run would find a difference. */
  @Test
  void twoRunsRequestTheSameResources() {
    var again = TestStacks.graph(SampleEnvironments.of(DeploymentStage.DEV), false);
    assertThat(GraphSnapshot.of(again))
        .isEqualTo(GraphSnapshot.of(TestStacks.graph(DeploymentStage.DEV)));
  }

  @Test
  void tokensAppearOnlyWhereTheyAreUsed() {
    assertThat(TestStacks.graph(DeploymentStage.PROD).nodes())
        .filteredOn(node -> node.inputs().toString().contains(TestStacks.CACHE_TOKEN))
        .extracting(ResourceNode::name)
        .containsExactly("clientele-prod-cache", "clientele-prod-redis-url");
    assertThat(TestStacks.graph(DeploymentStage.PROD).nodes())
        .filteredOn(node -> node.inputs().toString().contains(TestStacks.ORIGIN_TOKEN))
        .extracting(ResourceNode::name)
        .containsExactlyInAnyOrder(
            "clientele-prod-site",
            "clientele-prod-from-cloudfront",
            "clientele-prod-store-from-cloudfront");
  }

  @Test
  void theCacheUrlHasTwoAddressesToEnableClusterMode() {
    var url =
        TestStacks.graph(DeploymentStage.PROD)
            .one("secretsmanager/secretVersion:SecretVersion", "redis-url");
    assertThat(url.text("secretString"))
        .isEqualTo(
            "rediss://:%s@clientele-prod-cache.cache.example:6379,clientele-prod-cache.cache.example:6379",
            TestStacks.CACHE_TOKEN);
  }

  /** The service reads from the replica, which it reaches without the proxy. */
  @Test
  void aReplicaIsPartOfTheStackWhereItIsConfigured() {
    var large = TestStacks.large();
    assertThat(large.one("rds/instance:Instance", "replica").text("replicateSourceDb"))
        .isEqualTo("clientele-prod-data");
    assertThat(
            large
                .one("ecs/taskDefinition:TaskDefinition", "prod-service")
                .text("containerDefinitions"))
        .contains("DATABASE_REPLICA_URL", "{\"name\":\"VIEWS_SHARDS\",\"value\":\"64\"}");
    assertThat(large.one("lambda/function:Function", "migrate").text("environment.variables"))
        .contains("REPLICA_HOST=clientele-prod-replica.rds.example");
    assertThat(TestStacks.graph(DeploymentStage.PROD).all("rds/instance:Instance")).hasSize(1);
  }

  /** Without it, AWS refuses to delete the server, the load balancer, buckets and repositories. */
  @Test
  void aStackThatKeepsNoDataCanBeDestroyed() {
    var graph =
        TestStacks.graph(
            SampleEnvironments.sized(DeploymentStage.PROD, Map.of("keepsData", "false")), false);
    assertThat(graph.nodes()).noneMatch(ResourceNode::isProtected);
    assertThat(graph.only("rds/instance:Instance").is("deletionProtection")).isFalse();
    assertThat(graph.only("lb/loadBalancer:LoadBalancer").is("enableDeletionProtection")).isFalse();
    assertThat(graph.all("s3/bucketV2:BucketV2")).allMatch(each -> each.is("forceDestroy"));
    assertThat(graph.all("ecr/repository:Repository")).allMatch(each -> each.is("forceDelete"));
  }

  private static List<String> names(ResourceGraph graph) {
    return graph.nodes().stream().map(node -> node.type() + " " + node.name()).toList();
  }
}
