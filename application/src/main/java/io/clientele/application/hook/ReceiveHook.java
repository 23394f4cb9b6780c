package io.clientele.application.hook;

import io.clientele.domain.hook.HookContent;
import io.clientele.domain.hook.HookMessage;
import io.clientele.domain.hook.HookMessageId;
import io.clientele.domain.hook.HookSource;
import io.clientele.domain.hook.Inbox;
import io.clientele.domain.hook.SignatureVerifier;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Receives a message of another system: verifies it, and stores it with the task that handles it.
 */
public final class ReceiveHook {
  private static final String MEDIA_TYPE = "content-type";

  private final Inbox inbox;
  private final Map<HookSource, List<SignatureVerifier>> verifiers;
  private final InstantSource clock;
  private final RandomGenerator random;

  /**
   * Receives messages of these sources.
   *
   * @param verifiers of each source, one for each secret; one that accepts a message is enough
   */
  public ReceiveHook(
      Inbox inbox,
      Map<HookSource, List<SignatureVerifier>> verifiers,
      InstantSource clock,
      RandomGenerator random) {
    Objects.requireNonNull(verifiers, "verifiers");
    this.inbox = Objects.requireNonNull(inbox, "inbox");
    this.verifiers = Map.copyOf(verifiers);
    this.clock = Objects.requireNonNull(clock, "clock");
    this.random = Objects.requireNonNull(random, "random");
  }

  /** The outcome of a call. */
  public sealed interface Outcome {
    /** The message is stored and will be handled. */
    record Accepted() implements Outcome {
      @Override
      public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
        return visitor.accepted(this);
      }
    }

    /** The message was received before. */
    record Known() implements Outcome {
      @Override
      public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
        return visitor.known(this);
      }
    }

    /** The source is unknown, or no secret of it verifies the message. Nothing was stored. */
    record Unverified() implements Outcome {
      @Override
      public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
        return visitor.unverified(this);
      }
    }

    /** Calls the method of the visitor for this case, and returns its result. */
    <R extends @Nullable Object> R accept(Visitor<R> visitor);

    /** One method for each case, so that the compiler finds a case that is not handled. */
    interface Visitor<R extends @Nullable Object> {
      R accepted(Accepted accepted);

      R known(Known known);

      R unverified(Unverified unverified);
    }
  }

  /**
   * Receives a message.
   *
   * @param content with all headers; those of the scheme and the media type are stored
   */
  public Outcome receive(HookSource source, HookContent content) {
    var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    for (var verifier : verifiers.getOrDefault(source, List.of())) {
      var externalId = verifier.verify(content, now);
      if (externalId.isPresent()) {
        var message = message(source, externalId.get(), verifier, now);
        return store(message, kept(content, verifier));
      }
    }
    return new Outcome.Unverified();
  }

  private HookMessage message(
      HookSource source, String externalId, SignatureVerifier verifier, Instant now) {
    return new HookMessage(
        HookMessageId.of(now, random),
        now,
        source,
        externalId,
        verifier.name(),
        HookMessage.Status.RECEIVED);
  }

  private static HookContent kept(HookContent content, SignatureVerifier verifier) {
    var names = new HashSet<>(verifier.headers());
    names.add(MEDIA_TYPE);
    return content.with(names);
  }

  private Outcome store(HookMessage message, HookContent content) {
    var handling = HookTasks.handling(message.id(), message.receivedAt(), random);
    return inbox.receive(message, content, handling) == Inbox.Received.STORED
        ? new Outcome.Accepted()
        : new Outcome.Known();
  }
}
