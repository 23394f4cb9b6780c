package io.clientele.inmemory.kernel;

import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.kernel.AuditEntry;
import io.clientele.domain.kernel.Change;
import io.clientele.domain.kernel.DomainEvent;
import io.clientele.domain.kernel.Idempotent;
import io.clientele.domain.kernel.Provenance;
import io.clientele.domain.kernel.event.ChangeSubject;
import io.clientele.domain.kernel.event.PublishedEvent;
import io.clientele.inmemory.kernel.internal.OutageSwitch;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Stores changes for in-memory stores: the only class of the kit that creates audit entries from
 * events, publishes events, and stores responses. Several stores may share one.
 *
 * <p>Safe for use by many threads. It has no transactions: a store calls it under the lock of its
 * own rows, and its rows must be written or refused as a whole.
 */
public final class InMemoryChangeStore {
  private final OutageSwitch backing = new OutageSwitch("stored responses");
  private final InMemoryIdempotencyStore responses = new InMemoryIdempotencyStore(backing);
  private final List<AuditEntry> entries = new ArrayList<>();
  private final List<PublishedEvent> published = new ArrayList<>();
  private final Set<AccountId> erased = ConcurrentHashMap.newKeySet();
  private final List<InMemoryErasureVeto> vetoes = new CopyOnWriteArrayList<>();
  private final List<InMemoryPersonalDataEraser> erasers = new CopyOnWriteArrayList<>();
  private final Consumer<? super AuditEntry> audit;
  private final Consumer<? super PublishedEvent> feed;

  /** Keeps the audit entries for {@link #entries} only. */
  public InMemoryChangeStore() {
    this(entry -> {});
  }

  /** Also passes each audit entry on. */
  public InMemoryChangeStore(Consumer<? super AuditEntry> audit) {
    this(audit, event -> {});
  }

  /** Also passes each audit entry and each published event on. */
  public InMemoryChangeStore(
      Consumer<? super AuditEntry> audit, Consumer<? super PublishedEvent> feed) {
    this.audit = audit;
    this.feed = feed;
  }

  /**
   * The results of a port for the ends of a change that the change store decides.
   *
   * @param stored the change is stored
   * @param inProgress another request with the same idempotency key is in progress; null if the
   *     port takes no idempotent changes
   * @param answered a response is stored under the idempotency key already; null if the port takes
   *     no idempotent changes
   */
  public record Results<R>(R stored, @Nullable R inProgress, @Nullable R answered) {
    public Results {
      Objects.requireNonNull(stored, "stored");
    }

    /** The results of a port that takes no idempotent changes. */
    public static <R> Results<R> withoutKey(R stored) {
      return new Results<>(stored, null, null);
    }
  }

  /**
   * The results for a request of many changes; {@code stored} receives the results of all changes.
   */
  public record BulkResults<S, R>(Function<List<S>, R> stored, R inProgress, R answered) {
    public BulkResults {
      Objects.requireNonNull(stored, "stored");
      Objects.requireNonNull(inProgress, "inProgress");
      Objects.requireNonNull(answered, "answered");
    }
  }

  /**
   * Stores one change with an audit entry for each of its events, its published events, and its
   * response.
   *
   * @param rows writes the state and returns null, or returns why it refuses the change
   * @throws IllegalArgumentException if the change has no events
   */
  public <R> R store(
      Change<?> change, ChangeSubject about, Results<R> results, Supplier<Optional<R>> rows) {
    if (change.isNone()) {
      throw new IllegalArgumentException("there is nothing to store");
    }
    var earlier = earlier(change, results);
    if (earlier.isPresent()) {
      return earlier.get();
    }
    var refused = rows.get();
    if (refused.isPresent()) {
      return refused.get();
    }
    change.events().forEach(event -> record(change.act(), event, about));
    var kept = change.kept();
    if (kept != null) {
      responses.keep(kept, change.act().at(), about.account());
    }
    return results.stored();
  }

  /** Stores many changes of one request, each by {@link #store}, with one response for all. */
  public <S, R> R storeAll(
      Idempotent<List<S>> idempotent,
      Instant at,
      BulkResults<S, R> results,
      Supplier<List<S>> changes) {
    return switch (responses.enter(idempotent.key(), at)) {
      case IN_PROGRESS -> results.inProgress();
      case ANSWERED -> results.answered();
      case ALONE -> {
        var ends = changes.get();
        responses.keep(idempotent.kept(ends), at, null);
        yield results.stored().apply(ends);
      }
    };
  }

  /** Appends the entry of an event that a store executed without a {@link Change}. */
  public void record(Provenance by, DomainEvent event, ChangeSubject about) {
    append(AuditEntry.of(by, event, about.account(), about.name()));
    PublishedEvent.of(by, event, about).ifPresent(this::publish);
  }

  /** All published events so far, in order; those of erased accounts without their data. */
  public List<PublishedEvent> published() {
    synchronized (published) {
      return published.stream().map(this::readable).toList();
    }
  }

  /** Adds the veto of a context against closing and erasing accounts. */
  public void addVeto(InMemoryErasureVeto veto) {
    vetoes.add(veto);
  }

  /** Adds the eraser of a context, which removes its personal data of erased accounts. */
  public void addEraser(InMemoryPersonalDataEraser eraser) {
    erasers.add(eraser);
  }

  /** Returns the first veto against closing or erasing the account. */
  public Optional<Change.Veto> veto(AccountId account, Provenance by) {
    return vetoes.stream().flatMap(veto -> veto.ask(account, by).stream()).findFirst();
  }

  /**
   * Runs the erasers of all contexts, deletes the stored responses of an erased account, and makes
   * its personal data in entries and events unreadable.
   */
  public void erase(AccountId account, Provenance by) {
    erased.add(account);
    erasers.forEach(eraser -> eraser.erase(account, by));
    responses.empty(account);
  }

  /** All audit entries so far, in order; those of erased accounts without personal data. */
  public List<AuditEntry> entries() {
    synchronized (entries) {
      return entries.stream().map(this::readable).toList();
    }
  }

  /** The stored responses. */
  public InMemoryIdempotencyStore responses() {
    return responses;
  }

  /**
   * Starts an outage: the stored responses throw {@link
   * io.clientele.domain.kernel.PortUnavailable}.
   */
  public void startOutage() {
    backing.startOutage();
  }

  /** Ends the outage; no data are lost. */
  public void endOutage() {
    backing.endOutage();
  }

  private <R> Optional<R> earlier(Change<?> change, Results<R> results) {
    var kept = change.kept();
    if (kept == null) {
      return Optional.empty();
    }
    var inProgress = results.inProgress();
    var answered = results.answered();
    if (inProgress == null || answered == null) {
      throw new IllegalArgumentException("this store takes no idempotent changes");
    }
    return switch (responses.enter(kept.key(), change.act().at())) {
      case ALONE -> Optional.empty();
      case IN_PROGRESS -> Optional.of(inProgress);
      case ANSWERED -> Optional.of(answered);
    };
  }

  /** Publishes the event of a record that is no change, such as a transfer. */
  public void publish(PublishedEvent event) {
    synchronized (published) {
      published.add(event);
    }
    feed.accept(event);
  }

  private AuditEntry readable(AuditEntry entry) {
    return isErased(entry.account()) ? entry.erased() : entry;
  }

  private PublishedEvent readable(PublishedEvent event) {
    var about = event.about();
    return isErased(about.account())
        ? new PublishedEvent(
            event.type(), event.at(), about.with(null), event.changed(), event.trace())
        : event;
  }

  private boolean isErased(@Nullable AccountId account) {
    return account != null && erased.contains(account);
  }

  private void append(AuditEntry entry) {
    synchronized (entries) {
      entries.add(entry);
    }
    audit.accept(entry);
  }
}
