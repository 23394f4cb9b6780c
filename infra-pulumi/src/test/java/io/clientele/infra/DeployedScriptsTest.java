package io.clientele.infra;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Runs the scripts that AWS and the pipeline execute, with stand-ins for AWS. */
class DeployedScriptsTest {
  @Test
  void theMigrationFunctionWritesUrlsAndWaitsForItsTask() throws Exception {
    requireInstalled("python3");
    assertPasses(List.of("python3", "-B", "-W", "error", "src/test/python/test_migrate.py"), "");
  }

  @Test
  void theArchiveStoresEachErasureOnce() throws Exception {
    requireInstalled("python3");
    assertPasses(List.of("python3", "-B", "-W", "error", "src/test/python/test_archive.py"), "");
  }

  /** Rollback, refused migration, second run, late approval, lock, attestation. */
  @Test
  void theReleaseScriptEndsRedUnlessTheNewRevisionRuns() throws Exception {
    requireInstalled("python3");
    requireInstalled("git");
    assertPasses(List.of("python3", "-B", "-W", "error", "src/test/python/test_release.py"), "");
  }

  @Test
  void everyCommandOfTheDeploymentPageRuns() throws Exception {
    requireInstalled("python3");
    assertPasses(
        List.of("python3", "-B", "-W", "error", "src/test/python/test_deploy_page.py"), "");
  }

  @Test
  void everyCommandOfTheDisasterPageRuns() throws Exception {
    requireInstalled("python3");
    assertPasses(
        List.of("python3", "-B", "-W", "error", "src/test/python/test_disaster_page.py"), "");
  }

  @Test
  void dashboardRoutesLeadToOnePage() throws Exception {
    requireInstalled("node");
    var check =
        """
        const at = uri => handler({ request: { uri } }).uri;
        const required = [['/', '/index.html'], ['/accounts/0199f3b2', '/index.html'],
          ['/assets/index-4f2a.js', '/assets/index-4f2a.js'], ['/favicon.svg', '/favicon.svg']];
        for (const [from, to] of required)
          if (at(from) !== to) throw new Error(from + ' went to ' + at(from));
        """;
    assertPasses(List.of("node", "-"), routes() + check);
  }

  /** Without the slash the path is not one of the service's, and would show the dashboard. */
  @Test
  void theStoreWithoutASlashLeadsToItsPage() throws Exception {
    requireInstalled("node");
    var check =
        """
        const answer = handler({ request: { uri: '/store' } });
        if (answer.statusCode !== 308 || answer.headers.location.value !== '/store/')
          throw new Error(JSON.stringify(answer));
        if (handler({ request: { uri: '/storehouse' } }).uri !== '/index.html')
          throw new Error('only the store is redirected');
        """;
    assertPasses(List.of("node", "-"), routes() + check);
  }

  private static String routes() throws IOException {
    return Files.readString(Path.of("src/main/resources/io/clientele/infra/edge/routes.js"));
  }

  private static void assertPasses(List<String> command, String input) throws Exception {
    var process = new ProcessBuilder(command).redirectErrorStream(true).start();
    try (var in = process.getOutputStream()) {
      in.write(input.getBytes(UTF_8));
    }
    var said = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(said).isZero();
  }

  private static void requireInstalled(String program) {
    assertThat(Stream.of(System.getenv("PATH").split(File.pathSeparator)).map(Path::of))
        .as("install " + program + ": what runs in AWS is tried with it")
        .anyMatch(folder -> Files.isExecutable(folder.resolve(program)));
  }
}
