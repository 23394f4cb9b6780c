package io.clientele.testkit.hook;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.domain.hook.HookContent;
import io.clientele.domain.hook.HookFilter;
import io.clientele.domain.hook.HookMessage;
import io.clientele.domain.hook.HookMessage.Status;
import io.clientele.domain.hook.HookMessageId;
import io.clientele.domain.hook.HookSource;
import io.clientele.domain.hook.Inbox;
import io.clientele.domain.hook.Inbox.Received;
import io.clientele.domain.hook.Inbox.Replayed;
import io.clientele.domain.kernel.AuditEntry;
import io.clientele.domain.task.ClaimedTask;
import io.clientele.domain.task.NewTask;
import io.clientele.domain.task.TaskId;
import io.clientele.domain.task.Tasks;
import io.clientele.testkit.kernel.Sample;
import io.clientele.testkit.kernel.internal.ConcurrentCalls;
import io.clientele.testkit.kernel.internal.UnavailabilityAssertions;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every {@link Inbox} must do. Implement it in the test of your own. */
public interface InboxContract {
  /** An empty inbox. Where tests share a server: its tables emptied. */
  Inbox inbox();

  /** The tasks of this inbox. */
  Tasks tasks();

  /** Returns the entries of the audit of this inbox, the oldest first. */
  List<AuditEntry> audit();

  /** An inbox whose server cannot be reached. A call must end within seconds. */
  Inbox inboxAway();

  @Test
  default void aMessageIsKeptAsItCameWithTheTaskThatHandlesIt() {
    var inbox = inbox();
    var message = message(1, "shop", "evt_1");
    assertThat(inbox.receive(message, content(), handling(message))).isEqualTo(Received.STORED);
    var stored = inbox.read(message.id()).orElseThrow();
    assertThat(stored.message()).isEqualTo(message);
    assertThat(stored.content().headers()).isEqualTo(content().headers());
    assertThat(stored.content().body()).isEqualTo(content().body());
    assertThat(claimed()).extracting(ClaimedTask::payload).containsExactly("" + message.id());
    assertThat(audit()).isEmpty();
    assertThat(inbox.read(message(2, "shop", "evt_2").id())).isEmpty();
  }

  @Test
  default void aSourceHasOneMessageOfAnId() {
    var inbox = inbox();
    var first = message(1, "shop", "evt_1");
    var again = message(2, "shop", "evt_1");
    var other = message(3, "bank", "evt_1");
    assertThat(inbox.receive(first, content(), handling(first))).isEqualTo(Received.STORED);
    assertThat(inbox.receive(again, content(), handling(again))).isEqualTo(Received.KNOWN);
    assertThat(inbox.receive(other, content(), handling(other))).isEqualTo(Received.STORED);
    assertThat(inbox.list(HookFilter.ALL, null, 9).messages()).containsExactly(other, first);
    assertThat(claimed()).hasSize(2);
  }

  @Test
  default void manyThatSendOneMessageStoreItOnce() {
    var inbox = inbox();
    var messages = IntStream.range(0, 8).mapToObj(i -> message(i, "shop", "evt_1")).toList();
    var ends =
        ConcurrentCalls.together(
            8, i -> inbox.receive(messages.get(i), content(), handling(messages.get(i))));
    assertThat(ends).containsOnlyOnce(Received.STORED).contains(Received.KNOWN);
    assertThat(inbox.list(HookFilter.ALL, null, 9).messages()).hasSize(1);
    assertThat(claimed()).hasSize(1);
  }

  @Test
  default void aHandledMessageIsHandledAgainByAReplay() {
    var inbox = inbox();
    var message = message(1, "shop", "evt_1");
    inbox.receive(message, content(), handling(message));
    var by = new Sample(1).act(Sample.BEGINNING.plusSeconds(60));
    assertThat(inbox.replay(message.id(), handling(message), by)).isEqualTo(Replayed.WAITING);
    assertThat(audit()).isEmpty();
    claimed().forEach(tasks()::done);
    inbox.handled(message.id());
    assertThat(inbox.read(message.id()).orElseThrow().message().status()).isEqualTo(Status.HANDLED);
    assertThat(inbox.replay(message.id(), handling(message), by)).isEqualTo(Replayed.STORED);
    assertThat(inbox.read(message.id()).orElseThrow().message().status())
        .isEqualTo(Status.RECEIVED);
    assertThat(claimed()).hasSize(1);
    assertThat(audit()).extracting(AuditEntry::action).containsExactly("hook-message.replayed");
    assertThat(audit()).extracting(AuditEntry::subject).containsExactly(message.id().subject());
    var absent = message(2, "shop", "evt_2");
    assertThat(inbox.replay(absent.id(), handling(absent), by)).isEqualTo(Replayed.NO_SUCH_MESSAGE);
    assertThat(claimed()).isEmpty();
  }

  @Test
  default void pagesShowTheNewestFirstAndOnlyWhatIsSelected() {
    var inbox = inbox();
    var all = new ArrayList<HookMessage>();
    for (var i = 0; i < 5; i++) {
      var message = message(i, i % 2 == 0 ? "shop" : "bank", "evt_" + i);
      all.add(0, message);
      inbox.receive(message, content(), handling(message));
    }
    var first = inbox.list(HookFilter.ALL, null, 3);
    var second = inbox.list(HookFilter.ALL, first.next(), 3);
    assertThat(first.messages()).isEqualTo(all.subList(0, 3));
    assertThat(second.messages()).isEqualTo(all.subList(3, 5));
    assertThat(second.next()).isNull();
    var bank = new HookFilter(new HookSource("bank"), null);
    assertThat(inbox.list(bank, null, 9).messages()).containsExactly(all.get(1), all.get(3));
    inbox.handled(all.get(1).id());
    var handled = new HookFilter(new HookSource("bank"), Status.HANDLED);
    assertThat(inbox.list(handled, null, 9).messages())
        .extracting(HookMessage::id)
        .containsExactly(all.get(1).id());
    var received = new HookFilter(null, Status.RECEIVED);
    assertThat(inbox.list(received, null, 9).messages()).hasSize(4);
  }

  @Test
  default void anInboxThatIsAwayIsUnavailableAndNotEmpty() {
    var away = inboxAway();
    var message = message(1, "shop", "evt_1");
    var by = new Sample(4).act();
    UnavailabilityAssertions.assertUnavailable(
        List.of(
            () -> away.receive(message, content(), handling(message)),
            () -> away.read(message.id()),
            () -> away.handled(message.id()),
            () -> away.replay(message.id(), handling(message), by),
            () -> away.list(HookFilter.ALL, null, 1)));
  }

  private List<ClaimedTask> claimed() {
    var now = Sample.BEGINNING.plusSeconds(3_600);
    return tasks().claim(Set.of("hook"), 9, now, now.plusSeconds(60));
  }

  private static HookMessage message(int number, String source, String externalId) {
    var at = at(number);
    var id = HookMessageId.of(at, new Random(number));
    return new HookMessage(id, at, new HookSource(source), externalId, "stripe/1", Status.RECEIVED);
  }

  private static Instant at(int number) {
    return Sample.BEGINNING.plusSeconds(number);
  }

  private static HookContent content() {
    return new HookContent(
        Map.of("Content-Type", "application/json", "Stripe-Signature", "t=1,v1=é"),
        "{\"name\":\"Ada\u0000Lovelace\"}\r\n".getBytes(StandardCharsets.UTF_8));
  }

  private static NewTask handling(HookMessage message) {
    var id = TaskId.of(message.receivedAt(), new Random());
    var text = message.id().toString();
    return new NewTask(id, "hook", text, null, message.receivedAt(), text, null);
  }
}
