package io.clientele.http.order.customer;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.http.testing.InMemoryServer;
import io.clientele.http.testing.context.InMemoryIdentity;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Runs the script of the store's page against a service in memory. */
class StoreReadmeTest {
  private static final Pattern SCRIPT = Pattern.compile("(?s)```sh\n(.*?)```");
  private static final JsonMapper JSON = new JsonMapper();

  @Test
  void theLifeOfAnOrderGoesAsThePageTells() throws IOException, InterruptedException {
    var page = SCRIPT.matcher(Files.readString(Path.of("STORE.md")));
    assertThat(page.find()).isTrue();
    try (var service = new InMemoryServer()) {
      var script =
          new ProcessBuilder("bash", "-euo", "pipefail", "-c", page.group(1))
              .redirectErrorStream(true);
      script.environment().put("API", "http://127.0.0.1:" + service.port());
      script.environment().put("ADMIN", InMemoryIdentity.ADMIN_BEARER);
      var process = script.start();
      var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(process.waitFor()).as(output).isZero();

      var lines = output.lines().toList();
      var order = json(lines.get(lines.size() - 3));
      assertThat(order.path("payment").asString()).isEqualTo("refunded");
      assertThat(order.path("fulfilment").asString()).isEqualTo("returned");
      assertThat(order.path("status").asString()).isEqualTo("completed");
      var portfolio = json(lines.get(lines.size() - 2));
      assertThat(portfolio.path("total").asString()).isEqualTo("100.00");
      var stock = json(lines.getLast()).path("stock");
      assertThat(stock.path("available").asString()).isEqualTo("10");
    }
  }

  private static JsonNode json(String line) {
    return JSON.readTree(line);
  }
}
