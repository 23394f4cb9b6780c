package io.clientele.http.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.kernel.event.ChangeSubject;
import io.clientele.domain.kernel.event.PublishedEvent;
import io.clientele.http.testing.InMemoryServer;
import io.clientele.http.testing.TestClient;
import io.clientele.http.testing.context.InMemoryEventContext;
import io.clientele.http.testing.context.InMemoryIdentity;
import io.clientele.testkit.kernel.Sample;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventRoutesTest {
  private static final String EVENTS = "/v1/events";

  private final InMemoryServer service = new InMemoryServer();
  private final TestClient caller = new TestClient(service.port());

  @AfterEach
  void stop() {
    service.close();
  }

  @Test
  void anOpenedAccountIsReadWithItsState() {
    var id = caller.open("Ada Lovelace");
    var page = caller.get(EVENTS + "?include=data").json();
    var event = page.path("data").path(0);
    assertThat(event.path("type").asString()).isEqualTo("account.opened");
    assertThat(event.path("position").asLong()).isEqualTo(1024);
    assertThat(event.path("subject").path("kind").asString()).isEqualTo("account");
    assertThat(event.path("subject").path("id").asString()).isEqualTo(id.toString());
    assertThat(event.path("accountId").asString()).isEqualTo(id.toString());
    assertThat(event.path("version").asLong()).isEqualTo(1);
    assertThat(event.path("changed").toString()).startsWith("[\"name\",\"email\"");
    assertThat(event.path("data").path("name").asString()).isEqualTo("Ada Lovelace");
    assertThat(page.path("nextCursor").asString()).isEqualTo("1024");
    assertThat(caller.get(EVENTS).json().path("data").path(0).has("data")).isFalse();
    assertThat(caller.get(EVENTS + "?after=1024").json().toString())
        .isEqualTo("{\"data\":[],\"nextCursor\":\"1024\"}");
  }

  @Test
  void anErasedAccountHasNoState() {
    var id = caller.open("Ada Lovelace");
    service.context(InMemoryEventContext.class).feed().forget(id);
    var event = caller.get(EVENTS + "?include=data").json().path("data").path(0);
    assertThat(event.path("erased").asBoolean()).isTrue();
    assertThat(event.has("data")).isFalse();
  }

  @Test
  void aWaitingReaderGetsTheNextEventAtOnce() {
    var waiting =
        CompletableFuture.supplyAsync(
            () -> caller.get(EVENTS + "?after=end&wait=20").json().path("data").path(0));
    var began = System.nanoTime();
    while (!waiting.isDone()) {
      caller.open("Ada Lovelace");
    }
    assertThat(waiting.join().path("type").asString()).isEqualTo("account.opened");
    assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(15));
  }

  @Test
  void aWaitThatTimesOutReturnsAnEmptyPage() {
    var page = caller.get(EVENTS + "?wait=1").json();
    assertThat(page.path("data").isEmpty()).isTrue();
    assertThat(page.has("nextCursor")).isTrue();
  }

  @Test
  void aCustomerReadsTheEventsOfItsOwnAccountOnly() {
    var own = caller.open("Ada Lovelace");
    var foreign = caller.open("Grace Hopper");
    var customer = "Authorization: Bearer " + service.context(InMemoryIdentity.class).keyOf(own);
    var read = caller.get(EVENTS, customer).json().path("data");
    assertThat(read.size()).isEqualTo(1);
    assertThat(read.path(0).path("accountId").asString()).isEqualTo(own.toString());
    assertThat(caller.get(EVENTS + "?accountId=" + own, customer).status()).isEqualTo(200);
    assertThat(caller.get(EVENTS + "?accountId=" + foreign, customer).status()).isEqualTo(404);
    var all = caller.get(EVENTS).json().path("data");
    assertThat(caller.get(EVENTS + "/" + all.path(0).path("id").asString(), customer).status())
        .isEqualTo(200);
    assertThat(caller.get(EVENTS + "/" + all.path(1).path("id").asString(), customer).status())
        .isEqualTo(404);
  }

  @Test
  void aPositionBeyondTheEndIsAFork() {
    caller.open("Ada Lovelace");
    var answer = caller.get(EVENTS + "?after=2048");
    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.json().path("type").asString()).isEqualTo("/problems/fork");
  }

  @Test
  void aPositionBeforeTheFirstKeptEventIsGone() {
    var old = Sample.BEGINNING.minus(Duration.ofDays(400));
    for (var i = 0; i < 3; i++) {
      var about = ChangeSubject.of(AccountId.of(old, new Random(i))).at(1);
      service
          .context(InMemoryEventContext.class)
          .feed()
          .append(new PublishedEvent("account.opened", old, about, List.of()));
      service.context(InMemoryEventContext.class).feed().chain();
    }
    caller.open("Ada Lovelace");
    var gone = caller.get(EVENTS + "?after=1024");
    assertThat(gone.status()).isEqualTo(410);
    assertThat(gone.json().path("type").asString()).isEqualTo("/problems/events-gone");
    assertThat(gone.json().path("first").asLong()).isEqualTo(4096);
    assertThat(caller.get(EVENTS).json().path("data").path(0).path("position").asLong())
        .isEqualTo(4096);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "after=-1", "after=x", "after=99999999999999999", "types=", "types=account", "types=*",
        "types=account.opened,", "wait=21", "wait=-1", "include=all", "accountId=1", "limit=0",
        "cursor=1"
      })
  void aParameterThatBreaksARuleIsNamed(String parameter) {
    var answer = caller.get(EVENTS + "?" + parameter);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().path("errors").path(0).path("parameter").asString())
        .isEqualTo(parameter.substring(0, parameter.indexOf('=')));
  }
}
