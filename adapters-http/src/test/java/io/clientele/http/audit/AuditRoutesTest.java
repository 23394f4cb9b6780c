package io.clientele.http.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.kernel.AuditEntry;
import io.clientele.domain.kernel.Causation;
import io.clientele.domain.kernel.FieldChange;
import io.clientele.domain.kernel.Provenance;
import io.clientele.http.testing.InMemoryServer;
import io.clientele.http.testing.TestClient;
import io.clientele.http.testing.context.InMemoryAuditContext;
import io.clientele.testkit.kernel.Sample;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class AuditRoutesTest {
  private static final String AUDIT = "/v1/audit";
  private static final String VERIFICATION = AUDIT + "/verification";

  private final InMemoryServer service = new InMemoryServer();
  private final TestClient caller = new TestClient(service.port());
  private final Sample sample = new Sample(1);
  private final AccountId account = sample.id();

  @AfterEach
  void stop() {
    service.close();
  }

  @Test
  void anEntryHasEveryField() {
    var act =
        new Provenance("operator:1", Sample.BEGINNING, new Causation("request-1", "she asked"));
    var changes =
        List.of(new FieldChange("name", "Ada", null), new FieldChange("email", null, "***@x.org"));
    service
        .context(InMemoryAuditContext.class)
        .trail()
        .append(new AuditEntry(act, "account.amended", account, "subject:1", changes));
    var entry = caller.get(AUDIT).json().path("data").get(0);
    assertThat(entry.path("id").asString()).hasSize(36);
    assertThat(entry.path("at").asString()).isEqualTo("2026-11-20T12:00:00.123457Z");
    assertThat(entry.path("actor").asString()).isEqualTo("operator:1");
    assertThat(entry.path("action").asString()).isEqualTo("account.amended");
    assertThat(entry.path("accountId").asString()).isEqualTo(account.toString());
    assertThat(entry.path("subject").asString()).isEqualTo("subject:1");
    assertThat(entry.path("changes").toString())
        .isEqualTo(
            "[{\"field\":\"name\",\"before\":\"Ada\"},{\"field\":\"email\",\"after\":\"***@x.org\"}]");
    assertThat(entry.path("reason").asString()).isEqualTo("she asked");
    assertThat(entry.path("requestId").asString()).isEqualTo("request-1");
  }

  @Test
  void linkedPagesKeepTheirFilter() {
    append("account.opened", 5);
    append("account.closed", 3);
    var first = caller.get(AUDIT + "?action=account.opened&limit=3");
    assertThat(actions(first.json().path("data"))).containsOnly("account.opened").hasSize(3);
    var next = first.header("Link").replaceFirst("^<(.*)>.*$", "$1");
    var second = caller.get(next).json();
    assertThat(actions(second.path("data"))).containsOnly("account.opened").hasSize(2);
    assertThat(second.has("nextCursor")).isFalse();
    assertThat(caller.get(next + "&action=account.opened").status()).isEqualTo(200);
    assertThat(caller.get(next + "&action=account.closed").status()).isEqualTo(400);
  }

  @ParameterizedTest
  @CsvSource({
    "accountId, 1",
    "accountId, 0199F3B2-7C00-7000-8000-000000000001",
    "actor, ''",
    "actor, %00",
    "action, a%0Ab",
    "from, yesterday",
    "to, 2026-13-01T00:00:00Z",
    "limit, 0",
    "cursor, x",
    "sort, at"
  })
  void aWrongParameterIsNamed(String parameter, String value) {
    var answer = caller.get(AUDIT + "?" + parameter + "=" + value);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().path("errors").get(0).path("parameter").asString())
        .isEqualTo(parameter);
  }

  @Test
  void aVerificationCountsChainedAndUnchainedEntries() {
    append("account.opened", 2);
    service.context(InMemoryAuditContext.class).trail().chain();
    append("account.closed", 1);
    var found = caller.get(VERIFICATION + "?from=2026-11-20T00:00:00Z").json();
    assertThat(found.toString()).isEqualTo("{\"entries\":2,\"unchained\":1,\"intact\":true}");
    assertThat(caller.get(VERIFICATION).json().path("entries").asLong()).isEqualTo(2);
    var earlier = VERIFICATION + "?from=2026-11-01T00:00:00Z&to=2026-11-20T00:00:00Z";
    assertThat(caller.get(earlier).json().path("entries").asLong()).isZero();
  }

  @Test
  void aCutEndIsReported() {
    append("account.opened", 2);
    service.context(InMemoryAuditContext.class).trail().chain();
    service.context(InMemoryAuditContext.class).publishLaterHead();
    var found = caller.get(VERIFICATION).json();
    assertThat(found.path("intact").asBoolean()).isFalse();
    assertThat(found.path("firstBroken").toString())
        .isEqualTo("{\"fault\":\"end-missing\",\"block\":2}");
  }

  @Test
  void faultsOfAVerificationAreReportedTogether() {
    var answer = caller.get(VERIFICATION + "?from=x&to=y&limit=3");
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().path("errors").size()).isEqualTo(3);
  }

  private void append(String action, int count) {
    for (var i = 0; i < count; i++) {
      service
          .context(InMemoryAuditContext.class)
          .trail()
          .append(new AuditEntry(sample.act(), action, account, null, List.of()));
    }
  }

  private static List<String> actions(JsonNode data) {
    return StreamSupport.stream(data.spliterator(), false)
        .map(entry -> entry.path("action").asString())
        .toList();
  }
}
