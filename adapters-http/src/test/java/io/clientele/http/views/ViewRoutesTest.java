package io.clientele.http.views;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.http.testing.InMemoryServer;
import io.clientele.http.testing.TestClient;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ViewRoutesTest {
  private static final String FLUSHES = "/v1/view-flushes";
  private final InMemoryServer service = new InMemoryServer();
  private final TestClient caller = new TestClient(service.port());

  @AfterEach
  void stop() {
    service.close();
  }

  @Test
  void theTotalIsLiveBeforeAndAfterAFlush() {
    var id = caller.open("Ada");
    var path = "/v1/accounts/" + id;
    IntStream.range(0, 3).forEach(i -> caller.get(path));
    var before = caller.get(path + "/views").json();
    assertThat(before.path("accountId").asString()).isEqualTo(id.toString());
    assertThat(before.path("total").asLong()).isEqualTo(3);
    assertThat(before.path("persisted").asLong()).isZero();
    assertThat(before.path("pending").asLong()).isEqualTo(3);
    assertThat(before.has("degraded")).isFalse();
    var flush = caller.call("POST", FLUSHES, "").json();
    assertThat(flush.path("views").asLong()).isEqualTo(3);
    assertThat(flush.path("accounts").asLong()).isEqualTo(1);
    var after = caller.get(path + "/views").json();
    assertThat(after.path("total").asLong()).isEqualTo(3);
    assertThat(after.path("persisted").asLong()).isEqualTo(3);
    assertThat(after.path("pending").asLong()).isZero();
  }

  @Test
  void viewsOfAnAbsentAccountAre404AndOfAClosedOneReturned() {
    assertThat(caller.get("/v1/accounts/01890a5d-ac96-774b-bcce-b302099a8057/views").status())
        .isEqualTo(404);
    assertThat(caller.get("/v1/accounts/1/views").status()).isEqualTo(400);
    var path = "/v1/accounts/" + caller.open("Ada");
    caller.get(path);
    caller.call("DELETE", path, "");
    assertThat(caller.get(path + "/views").json().path("total").asLong()).isEqualTo(1);
  }

  @Test
  void flushesAreListedNewestFirstByPages() {
    var id = caller.open("Ada");
    for (var views = 1; views <= 3; views++) {
      IntStream.range(0, views).forEach(i -> caller.get("/v1/accounts/" + id));
      caller.call("POST", FLUSHES, "");
    }
    var first = caller.get(FLUSHES + "?limit=2");
    assertThat(first.json().at("/data/0/views").asLong()).isEqualTo(3);
    assertThat(first.json().at("/data/1/views").asLong()).isEqualTo(2);
    var link = first.header("Link");
    assertThat(link).startsWith("</v1/view-flushes?cursor=").endsWith("&limit=2>; rel=\"next\"");
    var second = caller.get(link.substring(1, link.indexOf('>'))).json();
    assertThat(second.path("data").size()).isEqualTo(1);
    assertThat(second.at("/data/0/views").asLong()).isEqualTo(1);
    assertThat(second.has("nextCursor")).isFalse();
    assertThat(caller.get(FLUSHES + "?cursor=AAAA").status()).isEqualTo(400);
    assertThat(caller.get(FLUSHES + "?sort=at").status()).isEqualTo(400);
  }

  @Test
  void theReconciliationAddsUp() {
    var id = caller.open("Ada");
    IntStream.range(0, 5).forEach(i -> caller.get("/v1/accounts/" + id));
    caller.call("POST", FLUSHES, "");
    caller.get("/v1/accounts/" + id);
    var reconciliation = caller.get("/v1/view-reconciliation").json();
    assertThat(reconciliation.path("counted").asLong()).isEqualTo(6);
    assertThat(reconciliation.path("applied").asLong()).isEqualTo(5);
    assertThat(reconciliation.path("unsent").asLong()).isEqualTo(1);
    assertThat(reconciliation.path("balanced").asBoolean()).isTrue();
  }

  @Test
  void withoutTheLedgerTheResponseIs503() {
    var id = caller.open("Ada");
    service.startOutage();
    assertThat(caller.get("/v1/accounts/" + id + "/views").status()).isEqualTo(503);
    assertThat(caller.get(FLUSHES).status()).isEqualTo(503);
    assertThat(caller.get("/v1/view-reconciliation").status()).isEqualTo(503);
    service.endOutage();
  }
}
