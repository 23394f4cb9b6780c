package io.clientele.infra.mutations;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.infra.TestStacks;
import io.clientele.infra.config.DeploymentStage;
import io.clientele.infra.rules.StackRules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The rules notice a stack that was weakened. What they do not notice is explained here. */
class MutationSuiteTest {
  private static final double CAUGHT_MIN = 0.95;

  /** Survivors by the end of their name, each with the reason why no rule asks for the argument. */
  private static final Map<Pattern, String> EXPLAINED =
      Map.of(
          Pattern.compile("(referrerPolicy|frameOptions)\\.override: true"),
          "CloudFront's stricter value replaces that of the origin",
          Pattern.compile("^Alias .*protect: false"),
          "an alias is only a name; the key is protected",
          Pattern.compile("^BucketLoggingV2 .*dependsOn: nothing"),
          "S3 accepts the setting first, and delivers logs once the policy is there");

  @Test
  void theRulesCatchNearlyEveryWeakerStack() throws IOException {
    var graph = TestStacks.graph(DeploymentStage.PROD);
    assertThat(StackRules.violatedBy(graph, DeploymentStage.PROD)).as("before").isEmpty();
    var mutations = StackMutations.of(graph);
    var survivors = new ArrayList<Mutation>();
    for (var mutation : mutations) {
      if (StackRules.violatedBy(mutation.graph(), DeploymentStage.PROD).isEmpty()) {
        survivors.add(mutation);
      }
    }
    var caught = mutations.size() - survivors.size();
    System.out.printf(
        "mutations caught: %d of %d, %.1f %%%n",
        caught, mutations.size(), 100.0 * caught / mutations.size());
    Files.writeString(
        Path.of("target/surviving-mutations.txt"),
        String.join("\n", survivors.stream().map(Mutation::name).toList()));
    assertThat(mutations).extracting(Mutation::name).doesNotHaveDuplicates();
    assertThat(unexplained(survivors)).isEmpty();
    assertThat((double) caught / mutations.size()).isGreaterThanOrEqualTo(CAUGHT_MIN);
  }

  private static List<String> unexplained(List<Mutation> survivors) {
    return survivors.stream()
        .map(Mutation::name)
        .filter(name -> EXPLAINED.keySet().stream().noneMatch(each -> each.matcher(name).find()))
        .toList();
  }
}
