package io.clientele.inmemory.hook;

import io.clientele.domain.hook.HookContent;
import io.clientele.domain.hook.HookEvent;
import io.clientele.domain.hook.HookFilter;
import io.clientele.domain.hook.HookMessage;
import io.clientele.domain.hook.HookMessage.Status;
import io.clientele.domain.hook.HookMessageId;
import io.clientele.domain.hook.HookMessagePage;
import io.clientele.domain.hook.Inbox;
import io.clientele.domain.kernel.Provenance;
import io.clientele.domain.kernel.event.ChangeSubject;
import io.clientele.domain.task.NewTask;
import io.clientele.domain.task.Tasks;
import io.clientele.inmemory.kernel.InMemoryChangeStore;
import io.clientele.inmemory.kernel.internal.OutageSwitch;
import java.util.Comparator;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Received messages in memory, for tests and demos. */
public final class InMemoryInbox implements Inbox {
  private final OutageSwitch backing = new OutageSwitch("inbox");
  private final InMemoryChangeStore changes;
  private final Tasks tasks;
  private final TreeMap<UUID, Stored> messages = new TreeMap<>(Comparator.reverseOrder());

  /** An empty inbox; replays are appended to the audit of this store. */
  public InMemoryInbox(InMemoryChangeStore changes, Tasks tasks) {
    this.changes = changes;
    this.tasks = tasks;
  }

  @Override
  public synchronized Received receive(HookMessage message, HookContent content, NewTask handling) {
    backing.require();
    if (messages.values().stream().anyMatch(stored -> isSame(stored.message(), message))) {
      return Received.KNOWN;
    }
    tasks.add(handling);
    messages.put(message.id().value(), new Stored(message, content));
    return Received.STORED;
  }

  @Override
  public synchronized Optional<Stored> read(HookMessageId id) {
    backing.require();
    return Optional.ofNullable(messages.get(id.value()));
  }

  @Override
  public synchronized void handled(HookMessageId id) {
    backing.require();
    messages.computeIfPresent(id.value(), (key, stored) -> with(stored, Status.HANDLED));
  }

  @Override
  public synchronized Replayed replay(HookMessageId id, NewTask handling, Provenance by) {
    backing.require();
    var stored = messages.get(id.value());
    if (stored == null) {
      return Replayed.NO_SUCH_MESSAGE;
    }
    if (tasks.add(handling) != Tasks.Added.STORED) {
      return Replayed.WAITING;
    }
    messages.put(id.value(), with(stored, Status.RECEIVED));
    changes.record(by, new HookEvent.Replayed(), ChangeSubject.named(id.subject()));
    return Replayed.STORED;
  }

  @Override
  public synchronized HookMessagePage list(
      HookFilter filter, @Nullable HookMessageId before, int limit) {
    backing.require();
    var from = before == null ? messages : messages.tailMap(before.value(), false);
    var read =
        from.values().stream()
            .map(Stored::message)
            .filter(filter::selects)
            .limit(limit + 1L)
            .toList();
    return HookMessagePage.of(read, limit);
  }

  /** From now on every call throws {@link io.clientele.domain.kernel.PortUnavailable}. */
  public void startOutage() {
    backing.startOutage();
  }

  /** Ends {@link #startOutage}; nothing was lost meanwhile. */
  public void endOutage() {
    backing.endOutage();
  }

  private static boolean isSame(HookMessage one, HookMessage other) {
    return one.source().equals(other.source()) && one.externalId().equals(other.externalId());
  }

  private static Stored with(Stored stored, Status status) {
    var message = stored.message();
    return new Stored(
        new HookMessage(
            message.id(),
            message.receivedAt(),
            message.source(),
            message.externalId(),
            message.verifiedBy(),
            status),
        stored.content());
  }
}
