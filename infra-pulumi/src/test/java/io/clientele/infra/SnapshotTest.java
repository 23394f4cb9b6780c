package io.clientele.infra;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.infra.config.Stage;
import io.clientele.infra.graph.Snapshot;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a change of this module does to each environment stands in the diff of these files. */
class SnapshotTest {
  @ParameterizedTest
  @EnumSource
  void theStackIsTheOneThatWasReviewed(Stage stage) {
    Kept.assertKept(
        Path.of("src/test/resources/stacks", stage.id() + ".txt"),
        Snapshot.of(Places.graph(stage)));
  }

  @Test
  void aDifferenceIsToldByItsLines() {
    assertThat(Difference.of("a\nb\nc", "a\nb\nc")).isEmpty();
    assertThat(Difference.of("a\nb\nc", "a\nB\nc\nd")).isEqualTo("- b\n+ B\n+ d");
  }

  /** A setting that changes must be one line of the text. */
  @Test
  void anEditShowsAsOneLineOutAndOneIn() {
    var graph = Places.graph(Stage.PROD);
    var edited = graph.set("rds/instance:Instance", "data", "multiAz", false);
    assertThat(Difference.of(Snapshot.of(graph), Snapshot.of(edited)))
        .isEqualTo("-   multiAz: true\n+   multiAz: false");
  }
}
