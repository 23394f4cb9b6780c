package io.clientele.inmemory.notice;

import io.clientele.domain.identity.OperatorId;
import io.clientele.domain.kernel.Change;
import io.clientele.domain.kernel.event.ChangeSubject;
import io.clientele.domain.notice.NoticeChoice;
import io.clientele.domain.notice.NoticeChoices;
import io.clientele.domain.notice.NoticeKind;
import io.clientele.inmemory.kernel.InMemoryChangeStore;
import io.clientele.inmemory.kernel.InMemoryChangeStore.Results;
import io.clientele.inmemory.kernel.internal.OutageSwitch;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The choices of operators in memory. */
public final class InMemoryNoticeChoices implements NoticeChoices {
  private final OutageSwitch backing = new OutageSwitch("notice choices");
  private final InMemoryChangeStore changes;
  private final Map<OperatorId, NoticeChoice> choices = new TreeMap<>();

  /** No choices; changes are appended to the audit of this store. */
  public InMemoryNoticeChoices(InMemoryChangeStore changes) {
    this.changes = changes;
  }

  @Override
  public synchronized NoticeChoice find(OperatorId operator) {
    backing.require();
    return choices.getOrDefault(operator, NoticeChoice.none(operator));
  }

  @Override
  public synchronized Saved save(Change<NoticeChoice> change) {
    backing.require();
    var state = change.state();
    return changes.store(
        change,
        ChangeSubject.named(state.operator().subject()),
        Results.withoutKey(Saved.STORED),
        () -> {
          if (find(state.operator()).version() != state.version()) {
            return Optional.of(Saved.STALE);
          }
          choices.put(state.operator(), state.at(state.version() + 1));
          return Optional.empty();
        });
  }

  @Override
  public synchronized void remove(OperatorId operator) {
    backing.require();
    choices.remove(operator);
  }

  /** Starts an outage: every call throws. */
  public void startOutage() {
    backing.startOutage();
  }

  /** Ends the outage; no data are lost. */
  public void endOutage() {
    backing.endOutage();
  }

  /** Returns the operators that chose notices of this kind. */
  synchronized List<OperatorId> of(NoticeKind kind) {
    return choices.values().stream()
        .filter(choice -> choice.kinds().contains(kind))
        .map(NoticeChoice::operator)
        .toList();
  }
}
