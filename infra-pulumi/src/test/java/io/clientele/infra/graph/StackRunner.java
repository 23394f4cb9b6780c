package io.clientele.infra.graph;

import com.pulumi.Context;
import com.pulumi.test.PulumiTest;
import com.pulumi.test.TestOptions;
import java.util.List;
import java.util.function.Consumer;

/**
 * Runs a Pulumi program without the CLI. Runs are serialized, because the SDK keeps global state.
 */
public final class StackRunner {
  private StackRunner() {}

  public static synchronized ResourceGraph run(
      String stack, boolean isPreview, Consumer<Context> program) {
    var recorder = new ResourceRecorder();
    try {
      var options =
          TestOptions.builder()
              .projectName("clientele")
              .stackName(stack)
              .preview(isPreview)
              .resourceTransformations(List.of(recorder.options()))
              .build();
      PulumiTest.withMocks(recorder).withOptions(options).runTest(program).throwOnError();
      return recorder.graph();
    } finally {
      PulumiTest.cleanup();
    }
  }
}
