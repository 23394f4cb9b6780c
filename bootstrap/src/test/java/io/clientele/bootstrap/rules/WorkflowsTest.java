package io.clientele.bootstrap.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The pipelines run nowhere but at GitHub: what they name must be here, and they may do little. */
class WorkflowsTest {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final Pattern USES = Pattern.compile("(?m)^.*\\buses: (.+)$");
  private static final Pattern PINNED =
      Pattern.compile("[a-z-]+/[a-z-]+@[0-9a-f]{40} # v\\d+\\.\\d+\\.\\d+");
  private static final Pattern IN_THE_REPOSITORY =
      Pattern.compile(
          "(?<![\\w$/])((?:\\.ci|\\.github|bootstrap|infra-pulumi|adapters-http)(?:/[\\w.-]+)*)");

  /** GitHub refuses an approval after this time. */
  private static final int APPROVAL_DAYS_MAX = 30;

  static Stream<Path> workflows() throws IOException {
    try (var files = Files.list(ROOT.resolve(".github/workflows"))) {
      return files.sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("workflows")
  void externalActionsArePinnedByDigestWithTheirVersion(Path file) {
    assertThat(matches(file, USES, found -> found.group(1)))
        .isNotEmpty()
        .allMatch(used -> used.startsWith("./") || PINNED.matcher(used).matches());
  }

  @ParameterizedTest
  @MethodSource("workflows")
  void ownActionsExist(Path file) {
    assertThat(matches(file, USES, found -> found.group(1)))
        .filteredOn(used -> used.startsWith("./"))
        .allSatisfy(used -> assertThat(ROOT.resolve(used)).exists());
  }

  @ParameterizedTest
  @MethodSource("workflows")
  void filesAndFoldersExistOrAreBuilt(Path file) {
    assertThat(matches(file, IN_THE_REPOSITORY, found -> found.group(1)))
        .filteredOn(path -> !path.contains("/target/"))
        .allSatisfy(path -> assertThat(ROOT.resolve(path)).exists());
  }

  @ParameterizedTest
  @MethodSource("workflows")
  void scriptsAreExecutable(Path file) {
    assertThat(matches(file, Pattern.compile("\\.ci/\\w+"), MatchResult::group))
        .allSatisfy(script -> assertThat(ROOT.resolve(script)).isExecutable());
  }

  @ParameterizedTest
  @MethodSource("workflows")
  void modulesAndProfilesOfMavenExist(Path file) {
    var poms = read(ROOT.resolve("pom.xml")) + read(ROOT.resolve("bootstrap/pom.xml"));
    assertThat(matches(file, Pattern.compile("mvn .*-P(\\w+)"), found -> found.group(1)))
        .allSatisfy(profile -> assertThat(poms).contains("<id>" + profile + "</id>"));
    assertThat(matches(file, Pattern.compile("mvn .*-pl (\\S+)"), found -> found.group(1)))
        .allSatisfy(module -> assertThat(poms).contains("<module>" + module + "</module>"));
  }

  @ParameterizedTest
  @MethodSource("workflows")
  void jobsHavePermissionsAndTimeouts(Path file) {
    var workflow = new YAMLMapper().readTree(read(file));
    assertThat(rights(workflow)).isSubsetOf("contents: read");
    assertThat(read(file)).doesNotContain("pull_request_target").doesNotContain("secrets.");
    for (var job : workflow.get("jobs")) {
      assertThat(rights(job))
          .isSubsetOf(
              "contents: read", "id-token: write", "attestations: write", "attestations: read");
      assertThat(job.has("timeout-minutes") || job.has("uses")).isTrue();
    }
  }

  /** A job without a condition of its own does not run when a job that it needs has failed. */
  @Test
  void productionNeedsStagingAndNoConditionSkipsIt() {
    var jobs = workflow("cd.yml").get("jobs");
    assertThat(jobs.get("production").get("needs").asString()).isEqualTo("staging");
    assertThat(jobs.get("staging").get("needs").asString()).isEqualTo("build");
    assertThat(jobs.findValues("if")).isEmpty();
    assertThat(jobs.findValues("continue-on-error")).isEmpty();
  }

  /** GitHub counts the time of a waiting approval as part of its group. */
  @Test
  void aWaitingApprovalHoldsNoLaterRun() {
    assertThat(workflow("release.yml").findValues("concurrency")).isEmpty();
    assertThat(workflow("cd.yml").findValues("concurrency")).isEmpty();
    var group = workflow("ci.yml").get("concurrency").get("group").asString();
    assertThat(group)
        .isEqualTo("ci-${{ github.event_name == 'pull_request' && github.ref || github.sha }}");
  }

  @Test
  void anArtifactIsThereWhenAnApprovalIsGivenOnItsLastDay() {
    var days = workflow("cd.yml").findValues("retention-days");
    assertThat(days).hasSize(1).allMatch(each -> each.asInt() > APPROVAL_DAYS_MAX);
  }

  /** What reaches an environment is attested where it is built, and verified by the script. */
  @Test
  void imageAndPageAreAttestedAndReleasedByTheScriptAlone() {
    assertThat(read(ROOT.resolve(".github/workflows/cd.yml")))
        .contains(
            "subject-digest: ${{ steps.image.outputs.digest }}", "subject-path: dashboard.tar");
    var release = read(ROOT.resolve(".github/workflows/release.yml"));
    assertThat(
            matches(
                workflowFile("release.yml"),
                Pattern.compile("(?m)run: (.+)$"),
                runs -> runs.group(1)))
        .containsExactly("mvn -B -q -Pinfra -pl infra-pulumi -DskipTests package", ".ci/release .");
    assertThat(release).doesNotContain("run: |");
  }

  @Test
  void theVersionOfPulumiIsPinned() {
    assertThat(
            matches(
                workflowFile("release.yml"),
                Pattern.compile("pulumi-version: (.+)"),
                v -> v.group(1)))
        .hasSize(1)
        .allMatch(version -> version.matches("\\d+\\.\\d+\\.\\d+"));
  }

  private static Path workflowFile(String name) {
    return ROOT.resolve(".github/workflows").resolve(name);
  }

  private static JsonNode workflow(String name) {
    return new YAMLMapper().readTree(read(workflowFile(name)));
  }

  private static List<String> rights(JsonNode part) {
    var rights = part.path("permissions").properties();
    return StreamSupport.stream(rights.spliterator(), false)
        .map(right -> right.getKey() + ": " + right.getValue().asString())
        .toList();
  }

  private static List<String> matches(
      Path file, Pattern pattern, Function<MatchResult, String> part) {
    return pattern.matcher(read(file)).results().map(part).toList();
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
