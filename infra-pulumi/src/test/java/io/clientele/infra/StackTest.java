package io.clientele.infra;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.infra.config.Environment;
import io.clientele.infra.config.Stage;
import io.clientele.infra.graph.Graph;
import io.clientele.infra.graph.Node;
import io.clientele.infra.graph.Snapshot;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StackTest {
  private static final String SERVICE = "ecs/service:Service";

  @Test
  void everyComponentIsThereAndOwnsWhatItMade() {
    var graph = Places.graph(Stage.PROD);
    assertThat(graph.nodes())
        .extracting(Node::type)
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
  void theFirstUpMakesAllButWhatNeedsAnImage() {
    var graph = Places.graph(Environment.of(Stage.DEV, Places.frankfurt(Optional.empty())), false);
    assertThat(graph.all(SERVICE)).isEmpty();
    assertThat(graph.all("ecs/taskDefinition:TaskDefinition")).isEmpty();
    assertThat(graph.all("lambda/invocation:Invocation")).isEmpty();
    assertThat(graph.all("ecr/repository:Repository")).hasSize(2);
    assertThat(graph.all("rds/instance:Instance")).hasSize(1);
  }

  /** Nothing is known then of what AWS will say, and nothing may need it. */
  @Test
  void aPreviewShowsTheSameResources() {
    var preview = Places.graph(Places.environment(Stage.PROD), true);
    assertThat(names(preview)).isEqualTo(names(Places.graph(Stage.PROD)));
  }

  @Test
  void theServiceWaitsForTheMigrationTheListenerAndTheCache() {
    assertThat(Places.graph(Stage.STAGING).only(SERVICE).dependsOn())
        .containsExactlyInAnyOrder(
            "clientele-staging-migrate",
            "clientele-staging-from-cloudfront",
            "clientele-staging-cache");
  }

  /** Else every other run would find a difference where there is none. */
  @Test
  void twoRunsAskForTheSame() {
    var again = Places.graph(Places.environment(Stage.DEV), false);
    assertThat(Snapshot.of(again)).isEqualTo(Snapshot.of(Places.graph(Stage.DEV)));
  }

  @Test
  void tokensStandOnlyWhereTheyAreSaid() {
    assertThat(Places.graph(Stage.PROD).nodes())
        .filteredOn(node -> node.inputs().toString().contains(Places.CACHE_TOKEN))
        .extracting(Node::name)
        .containsExactly("clientele-prod-cache", "clientele-prod-redis-url");
    assertThat(Places.graph(Stage.PROD).nodes())
        .filteredOn(node -> node.inputs().toString().contains(Places.ORIGIN_TOKEN))
        .extracting(Node::name)
        .containsExactly("clientele-prod-site", "clientele-prod-from-cloudfront");
  }

  @Test
  void theClusterIsToldByTwoAddressesForOneIsASingleServer() {
    var url =
        Places.graph(Stage.PROD).one("secretsmanager/secretVersion:SecretVersion", "redis-url");
    assertThat(url.text("secretString"))
        .isEqualTo(
            "rediss://:%s@clientele-prod-cache.cache.example:6379,clientele-prod-cache.cache.example:6379",
            Places.CACHE_TOKEN);
  }

  private static List<String> names(Graph graph) {
    return graph.nodes().stream().map(node -> node.type() + " " + node.name()).toList();
  }
}
