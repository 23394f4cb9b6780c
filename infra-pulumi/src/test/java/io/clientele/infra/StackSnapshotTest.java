package io.clientele.infra;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.infra.config.DeploymentStage;
import io.clientele.infra.golden.GoldenFile;
import io.clientele.infra.golden.LineDiff;
import io.clientele.infra.graph.GraphSnapshot;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The reviewed stacks. A change of this module shows in the diff of these files. */
class StackSnapshotTest {
  @ParameterizedTest
  @EnumSource
  void theStackEqualsTheReviewedSnapshot(DeploymentStage stage) {
    GoldenFile.assertCurrent(
        Path.of("src/test/resources/stacks", stage.id() + ".txt"),
        GraphSnapshot.of(TestStacks.graph(stage)));
  }

  @Test
  void theLargeStackEqualsTheReviewedSnapshot() {
    GoldenFile.assertCurrent(
        Path.of("src/test/resources/stacks/large.txt"), GraphSnapshot.of(TestStacks.large()));
  }

  @Test
  void aDifferenceIsShownByLines() {
    assertThat(LineDiff.of("a\nb\nc", "a\nb\nc")).isEmpty();
    assertThat(LineDiff.of("a\nb\nc", "a\nB\nc\nd")).isEqualTo("- b\n+ B\n+ d");
  }

  /** One changed property is one changed line. */
  @Test
  void anEditIsOneLineRemovedAndOneAdded() {
    var graph = TestStacks.graph(DeploymentStage.PROD);
    var edited = graph.set("rds/instance:Instance", "data", "multiAz", false);
    assertThat(LineDiff.of(GraphSnapshot.of(graph), GraphSnapshot.of(edited)))
        .isEqualTo("-   multiAz: true\n+   multiAz: false");
  }
}
