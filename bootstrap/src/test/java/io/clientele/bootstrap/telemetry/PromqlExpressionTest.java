package io.clientele.bootstrap.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** That rules and pictures are held against a scrape is worth what this reader is worth. */
class PromqlExpressionTest {
  @Test
  void metricsTheirLabelsAndGroupingsAreFound() {
    assertThat(
            PromqlExpression.read(
                "sum by (le) (rate(a_b{c=~\"d{e}\",f!=\"\"}[5m] offset 1h)) > 2 and g"))
        .isEqualTo(
            new PromqlExpression(
                List.of(
                    new PromqlExpression.Selection("a_b", Set.of("c", "f")),
                    new PromqlExpression.Selection("g", Set.of())),
                Set.of("le")));
  }

  @Test
  void anAbsentNameAndLabelAreReported() throws IOException {
    var scrape = PrometheusScrape.read("clientele_redis_breaker{condition=\"open\"} 1.0\n");

    assertThat(scrape.missing())
        .contains("clientele_flush_age_seconds", "clientele_redis_breaker{state}")
        .doesNotContain("clientele_redis_breaker", "up");
  }
}
