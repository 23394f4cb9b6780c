package io.clientele.http.documents;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.http.testing.InMemoryServer;
import io.clientele.http.testing.TestClient;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

class ApiDocumentRoutesTest {
  private final InMemoryServer service = new InMemoryServer();
  private final TestClient caller = new TestClient(service.port());

  @AfterEach
  void stop() {
    service.close();
  }

  @Test
  void bothFormatsOfTheDocumentAreEqual() {
    var yaml = caller.get("/openapi.yaml");
    assertThat(yaml.header("Content-Type")).startsWith("application/yaml");
    assertThat(new YAMLMapper().readTree(yaml.body()))
        .isEqualTo(new JsonMapper().readTree(caller.get("/openapi.json").body()));
  }

  @Test
  void thePageRunsOnlyItsOwnScriptAndLoadsNoExternalResource() throws Exception {
    var page = caller.get("/docs");
    var policy = page.header("Content-Security-Policy");
    assertThat(policy).contains("default-src 'self';", "object-src 'none'", "base-uri 'none'");
    assertThat(policy).doesNotContain("unsafe", "http");
    for (var element : new String[] {"script", "style"}) {
      var inside = Pattern.compile("(?s)<" + element + ">(.*?)</" + element + ">");
      var found = inside.matcher(page.body());
      assertThat(found.find()).isTrue();
      var digest =
          MessageDigest.getInstance("SHA-256")
              .digest(found.group(1).getBytes(StandardCharsets.UTF_8));
      assertThat(policy).contains("'sha256-" + Base64.getEncoder().encodeToString(digest) + "'");
    }
    assertThat(page.body())
        .doesNotContain("http:", "https:", "//", "innerHTML", "style=", "onclick");
  }
}
