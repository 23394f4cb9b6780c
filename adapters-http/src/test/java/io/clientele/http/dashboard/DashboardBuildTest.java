package io.clientele.http.dashboard;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page's build, on a machine that has no Node.js. */
class DashboardBuildTest {
  private static final Path BUILD = Path.of("dashboard", "Build.java").toAbsolutePath();

  @TempDir private Path module;

  @Test
  void withoutNodeTheBuildWarnsAndOmitsThePage() throws Exception {
    var folder = Files.createDirectories(module.resolve("dashboard"));
    write("src/main/resources/openapi/operations.yaml", "openapi: 3.1.1");
    write("dashboard/package-lock.json", "{}");
    var stale = write("target/dashboard/index.html", "a page of yesterday");

    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var builder = new ProcessBuilder(java, BUILD.toString(), "build").directory(folder.toFile());
    builder.environment().put("PATH", "");
    var process = builder.redirectErrorStream(true).start();
    var output = new String(process.getInputStream().readAllBytes(), UTF_8);

    assertThat(process.waitFor()).as(output).isZero();
    assertThat(output).contains("Node.js 20.19 or newer", "WITHOUT its dashboard");
    assertThat(stale).doesNotExist();
  }

  private Path write(String name, String text) throws IOException {
    var file = module.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }
}
