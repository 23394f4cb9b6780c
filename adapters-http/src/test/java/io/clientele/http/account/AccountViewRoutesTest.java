package io.clientele.http.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.http.testing.InMemoryServer;
import io.clientele.http.testing.TestClient;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AccountViewRoutesTest {
  private final InMemoryServer service = new InMemoryServer();
  private final TestClient caller = new TestClient(service.port());

  @AfterEach
  void stop() {
    service.close();
  }

  @Test
  void aSeriesDefaultsToADayOfHoursOrAMonthOfDays() {
    var series = viewed("Ada", 3) + "/views/series";
    for (var of : List.of("hour 24", "day 30")) {
      var data = caller.get(series + "?bucket=" + of.split(" ")[0]).json().path("data");
      assertThat(data.size()).isEqualTo(Integer.parseInt(of.split(" ")[1]));
      // Midnight may have come in between: then the views are in the bucket before.
      var last = data.size() - 1;
      assertThat(
              data.at("/" + last + "/views").asLong()
                  + data.at("/" + (last - 1) + "/views").asLong())
          .isEqualTo(3);
      assertThat(data.at("/0/views").asLong()).isZero();
    }
    assertThat(caller.get(series).json().path("data").size()).isEqualTo(24);
  }

  @Test
  void aSeriesStartsAndEndsOnUtcBoundaries() {
    var series = viewed("Ada", 1) + "/views/series?";
    var day = Instant.now().truncatedTo(ChronoUnit.DAYS).minus(5, ChronoUnit.DAYS);
    var hour = day.plus(5, ChronoUnit.HOURS);
    assertThat(caller.get(series + "from=" + day + "&to=" + hour).json().path("data").size())
        .isEqualTo(5);
    var faulty =
        List.of(
            "from=" + day.plusSeconds(1),
            "bucket=day&from=" + hour,
            "from=" + hour + "&to=" + day,
            "from=" + day + "&to=" + day,
            "from=" + day.minus(86, ChronoUnit.DAYS) + "&to=" + day.minus(85, ChronoUnit.DAYS),
            "bucket=day&from=" + day.minus(1001, ChronoUnit.DAYS) + "&to=" + day,
            "from=" + day.minus(42, ChronoUnit.DAYS) + "&to=" + day,
            "from=yesterday",
            "bucket=week");
    for (var query : faulty) {
      assertThat(caller.get(series + query).status()).as(query).isEqualTo(400);
    }
    var widest = "bucket=day&from=" + day.minus(1000, ChronoUnit.DAYS) + "&to=" + day;
    assertThat(caller.get(series + widest).json().path("data").size()).isEqualTo(1000);
  }

  @Test
  void allFaultsOfASeriesAreReportedTogether() {
    var answer =
        caller.get(
            "/v1/accounts/1/views/series?from=2026-01-01T00:00:01Z&to=2026-01-01T00:00:01Z&x=1");
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().path("errors").findValuesAsString("parameter"))
        .containsExactlyInAnyOrder("id", "from", "to", "x");
  }

  @Test
  void aClosedAccountHasASeriesAndAnAbsentOneNone() {
    var path = viewed("Ada", 2);
    caller.call("DELETE", path, "");
    assertThat(caller.get(path + "/views/series").status()).isEqualTo(200);
    var absent = "/v1/accounts/01890a5d-ac96-774b-bcce-b302099a8057/views/series";
    assertThat(caller.get(absent).status()).isEqualTo(404);
  }

  /** The path of a new account that was viewed so often, and all of it flushed. */
  private String viewed(String name, int views) {
    var path = "/v1/accounts/" + caller.open(name);
    IntStream.range(0, views).forEach(i -> caller.get(path));
    caller.call("POST", "/v1/view-flushes", "");
    return path;
  }
}
