package io.clientele.testkit.hook;

import io.clientele.domain.hook.HookContent;
import io.clientele.domain.hook.HookFilter;
import io.clientele.domain.hook.HookMessage;
import io.clientele.domain.hook.HookMessageId;
import io.clientele.domain.hook.HookMessagePage;
import io.clientele.domain.hook.Inbox;
import io.clientele.domain.kernel.Provenance;
import io.clientele.domain.task.NewTask;
import io.clientele.inmemory.hook.InMemoryInbox;
import io.clientele.testkit.kernel.PortFault;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Inboxes with one fault each. */
final class BrokenInboxes {
  private BrokenInboxes() {}

  static Stream<PortFault<InMemoryInbox, Inbox>> all() {
    return Stream.of(
        new PortFault<>(
            "headers are lost",
            "aMessageIsKeptAsItCameWithTheTaskThatHandlesIt",
            inner ->
                new Changed(inner) {
                  @Override
                  public Received receive(
                      HookMessage message, HookContent content, NewTask handling) {
                    return inner.receive(
                        message, new HookContent(Map.of(), content.body()), handling);
                  }
                }),
        new PortFault<>(
            "ids are unique over all sources",
            "aSourceHasOneMessageOfAnId",
            inner ->
                new Changed(inner) {
                  @Override
                  public Received receive(
                      HookMessage message, HookContent content, NewTask handling) {
                    var isKnown =
                        inner.list(HookFilter.ALL, null, 9).messages().stream()
                            .anyMatch(old -> old.externalId().equals(message.externalId()));
                    return isKnown ? Received.KNOWN : inner.receive(message, content, handling);
                  }
                }),
        new PortFault<>(
            "a replay of a waiting message is stored, too",
            "aHandledMessageIsHandledAgainByAReplay",
            inner ->
                new Changed(inner) {
                  @Override
                  public Replayed replay(HookMessageId id, NewTask handling, Provenance by) {
                    inner.replay(id, handling, by);
                    return Replayed.STORED;
                  }
                }),
        new PortFault<>(
            "a page repeats the last message of the page before",
            "pagesShowTheNewestFirstAndOnlyWhatIsSelected",
            inner ->
                new Changed(inner) {
                  @Override
                  public HookMessagePage list(
                      HookFilter filter, @Nullable HookMessageId before, int limit) {
                    return inner.list(filter, null, limit);
                  }
                }));
  }

  /** Passes every call on. */
  private static class Changed implements Inbox {
    private final InMemoryInbox inner;

    Changed(InMemoryInbox inner) {
      this.inner = inner;
    }

    @Override
    public Received receive(HookMessage message, HookContent content, NewTask handling) {
      return inner.receive(message, content, handling);
    }

    @Override
    public Optional<Stored> read(HookMessageId id) {
      return inner.read(id);
    }

    @Override
    public void handled(HookMessageId id) {
      inner.handled(id);
    }

    @Override
    public Replayed replay(HookMessageId id, NewTask handling, Provenance by) {
      return inner.replay(id, handling, by);
    }

    @Override
    public HookMessagePage list(HookFilter filter, @Nullable HookMessageId before, int limit) {
      return inner.list(filter, before, limit);
    }
  }
}
