package io.clientele.infra;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.infra.config.DeploymentStage;
import io.clientele.infra.graph.GraphSnapshot;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a change of this module does to each environment stands in the diff of these files. */
class StackSnapshotTest {
  @ParameterizedTest
  @EnumSource
  void theStackIsTheOneThatWasReviewed(DeploymentStage stage) {
    GoldenFile.assertKept(
        Path.of("src/test/resources/stacks", stage.id() + ".txt"),
        GraphSnapshot.of(TestStacks.graph(stage)));
  }

  @Test
  void aDifferenceIsToldByItsLines() {
    assertThat(LineDiff.of("a\nb\nc", "a\nb\nc")).isEmpty();
    assertThat(LineDiff.of("a\nb\nc", "a\nB\nc\nd")).isEqualTo("- b\n+ B\n+ d");
  }

  /** A setting that changes must be one line of the text. */
  @Test
  void anEditShowsAsOneLineOutAndOneIn() {
    var graph = TestStacks.graph(DeploymentStage.PROD);
    var edited = graph.set("rds/instance:Instance", "data", "multiAz", false);
    assertThat(LineDiff.of(GraphSnapshot.of(graph), GraphSnapshot.of(edited)))
        .isEqualTo("-   multiAz: true\n+   multiAz: false");
  }
}
