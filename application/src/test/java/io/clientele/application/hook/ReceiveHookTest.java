package io.clientele.application.hook;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.application.hook.ReceiveHook.Outcome;
import io.clientele.application.task.RunTasks;
import io.clientele.domain.hook.HookContent;
import io.clientele.domain.hook.HookFilter;
import io.clientele.domain.hook.HookHandler;
import io.clientele.domain.hook.HookMessage;
import io.clientele.domain.hook.HookMessage.Status;
import io.clientele.domain.hook.HookPermission;
import io.clientele.domain.hook.HookSource;
import io.clientele.domain.hook.SignatureVerifier;
import io.clientele.domain.identity.Actor;
import io.clientele.domain.identity.Role;
import io.clientele.inmemory.hook.InMemoryInbox;
import io.clientele.inmemory.kernel.InMemoryChangeStore;
import io.clientele.inmemory.task.InMemoryTasks;
import io.clientele.testkit.kernel.Sample;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReceiveHookTest {
  private static final HookSource SHOP = new HookSource("shop");

  private final InMemoryChangeStore changes = new InMemoryChangeStore();
  private final InMemoryTasks tasks = new InMemoryTasks(changes);
  private final InMemoryInbox inbox = new InMemoryInbox(changes, tasks);
  private final Random random = new Random(1);
  private final List<String> handled = new ArrayList<>();
  private boolean isBroken;
  private Instant now = Sample.BEGINNING;

  private final ReceiveHook receiveHook =
      new ReceiveHook(
          inbox, Map.of(SHOP, List.of(new Named("old"), new Named("new"))), () -> now, random);

  /** Verifies messages whose header {@code signed-by} names it. */
  private record Named(String name) implements SignatureVerifier {
    @Override
    public Set<String> headers() {
      return Set.of("signed-by");
    }

    @Override
    public Optional<String> verify(HookContent content, Instant now) {
      return name.equals(content.header("signed-by"))
          ? Optional.ofNullable(content.header("id"))
          : Optional.empty();
    }
  }

  private final class Noting implements HookHandler {
    @Override
    public HookSource source() {
      return SHOP;
    }

    @Override
    public void handle(HookMessage message, HookContent content) {
      handled.add(message.externalId() + new String(content.body(), StandardCharsets.UTF_8));
      if (isBroken) {
        throw new IllegalStateException("broken");
      }
    }
  }

  @Test
  void aMessageThatOneSecretVerifiesIsStoredWithTheHeadersOfItsScheme() {
    assertThat(receive("1", "new")).isInstanceOf(Outcome.Accepted.class);
    assertThat(receive("1", "old")).isInstanceOf(Outcome.Known.class);
    var message = only();
    assertThat(message.verifiedBy()).isEqualTo("new");
    assertThat(inbox.read(message.id()).orElseThrow().content().headers().keySet())
        .containsExactlyInAnyOrder("signed-by", "content-type");
  }

  @Test
  void aMessageThatNoSecretVerifiesLeavesNoTrace() {
    assertThat(receive("1", "else")).isInstanceOf(Outcome.Unverified.class);
    assertThat(receiveHook.receive(new HookSource("bank"), content("1", "new")))
        .isInstanceOf(Outcome.Unverified.class);
    assertThat(inbox.list(HookFilter.ALL, null, 9).messages()).isEmpty();
    assertThat(tasks.list(null, null, 9, now).tasks()).isEmpty();
    assertThat(receive("1", "new")).isInstanceOf(Outcome.Accepted.class);
  }

  @Test
  void aMessageIsHandledByATaskAndAgainAfterAFailure() {
    receive("1", "new");
    isBroken = true;
    run(new Noting());
    assertThat(only().status()).isEqualTo(Status.RECEIVED);
    isBroken = false;
    now = now.plusSeconds(7);
    run(new Noting());
    assertThat(handled).containsExactly("1body", "1body");
    assertThat(only().status()).isEqualTo(Status.HANDLED);
    run(new Noting());
    assertThat(handled).hasSize(2);
  }

  @Test
  void aMessageWithoutAHandlerWaitsForAReplay() {
    receive("1", "new");
    run();
    assertThat(only().status()).isEqualTo(Status.RECEIVED);
    assertThat(tasks.list(null, null, 9, now).tasks()).isEmpty();
    var replay = new ReplayHookMessage(inbox, () -> now, random);
    assertThat(replay.replay(actor(), only().id()))
        .isInstanceOf(ReplayHookMessage.Outcome.Denied.class);
    assertThat(replay.replay(actor(HookPermission.REPLAY_HOOK_MESSAGES), only().id()))
        .isInstanceOf(ReplayHookMessage.Outcome.Accepted.class);
    run(new Noting());
    assertThat(handled).containsExactly("1body");
    assertThat(only().status()).isEqualTo(Status.HANDLED);
  }

  private Outcome receive(String id, String signedBy) {
    return receiveHook.receive(SHOP, content(id, signedBy));
  }

  private static HookContent content(String id, String signedBy) {
    return new HookContent(
        Map.of("Id", id, "Signed-By", signedBy, "Content-Type", "text/plain", "Cookie", "c=1"),
        "body".getBytes(StandardCharsets.UTF_8));
  }

  private HookMessage only() {
    var messages = inbox.list(HookFilter.ALL, null, 9).messages();
    assertThat(messages).hasSize(1);
    return messages.get(0);
  }

  private void run(HookHandler... handlers) {
    var handler = new HandleHookMessage(inbox, List.of(handlers));
    new RunTasks(tasks, List.of(handler), () -> now, random, (kind, ending) -> {}).run();
  }

  private static Actor actor(HookPermission... held) {
    return new Actor("operator:1", Set.of(Role.OPERATOR), Set.of(held), null);
  }
}
