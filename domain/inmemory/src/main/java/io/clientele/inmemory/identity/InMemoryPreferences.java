package io.clientele.inmemory.identity;

import io.clientele.domain.identity.OperatorId;
import io.clientele.domain.identity.preference.PreferenceStore;
import io.clientele.domain.identity.preference.Preferences;
import io.clientele.domain.kernel.Change;
import io.clientele.domain.kernel.event.ChangeSubject;
import io.clientele.inmemory.kernel.InMemoryChangeStore;
import io.clientele.inmemory.kernel.InMemoryChangeStore.Results;
import io.clientele.inmemory.kernel.internal.OutageSwitch;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The preferences of operators in memory, for tests and demos. */
public final class InMemoryPreferences implements PreferenceStore {
  private final OutageSwitch backing = new OutageSwitch("preferences");
  private final InMemoryOperators operators;
  private final InMemoryChangeStore changes;
  private final Map<OperatorId, Preferences> stored = new TreeMap<>();

  /** Stores preferences of these operators; changes are appended to the audit of this store. */
  public InMemoryPreferences(InMemoryOperators operators, InMemoryChangeStore changes) {
    this.operators = operators;
    this.changes = changes;
  }

  @Override
  public synchronized Preferences find(OperatorId operator) {
    backing.require();
    if (operators.find(operator).isEmpty()) {
      stored.remove(operator);
    }
    return stored.getOrDefault(operator, Preferences.none(operator));
  }

  @Override
  public synchronized Saved save(Change<Preferences> change) {
    backing.require();
    var state = change.state();
    return changes.store(
        change,
        ChangeSubject.named(state.operator().subject()),
        Results.withoutKey(Saved.STORED),
        () -> {
          if (operators.find(state.operator()).isEmpty()
              || find(state.operator()).version() != state.version()) {
            return Optional.of(Saved.STALE);
          }
          stored.put(state.operator(), state.at(state.version() + 1));
          return Optional.empty();
        });
  }

  /** Starts an outage: every call throws {@link io.clientele.domain.kernel.PortUnavailable}. */
  public void startOutage() {
    backing.startOutage();
  }

  /** Ends the outage; no data are lost. */
  public void endOutage() {
    backing.endOutage();
  }
}
