package io.clientele.domain.kernel.event;

import io.clientele.domain.kernel.Change;
import io.clientele.domain.kernel.DomainEvent;
import io.clientele.domain.kernel.FieldChange;
import io.clientele.domain.kernel.Provenance;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event that subscribers receive. It has the id and the time of its audit entry.
 *
 * @param type the action of its audit entry, such as {@code account.opened}
 * @param changed the names of the fields that changed
 * @param trace the W3C {@code traceparent} of the change; null if there is none. Not part of the
 *     digest
 */
public record PublishedEvent(
    String type, Instant at, ChangeSubject about, List<String> changed, @Nullable String trace) {
  public PublishedEvent {
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(at, "at");
    Objects.requireNonNull(about, "about");
    changed = List.copyOf(Objects.requireNonNull(changed, "changed"));
    if (about.version() < 1) {
      throw new IllegalArgumentException("a published event has the version that is stored");
    }
  }

  /** Creates an event without a trace. */
  public PublishedEvent(String type, Instant at, ChangeSubject about, List<String> changed) {
    this(type, at, about, changed, null);
  }

  /**
   * Returns the published part of a domain event; empty if the event is in the audit trail only.
   */
  public static Optional<PublishedEvent> of(Provenance by, DomainEvent event, ChangeSubject about) {
    if (!event.isPublished()) {
      return Optional.empty();
    }
    var changed = event.details().stream().map(FieldChange::field).toList();
    return Optional.of(
        new PublishedEvent(event.action(), by.at(), about, changed, by.cause().trace()));
  }

  /** Returns the published events of a change, in order. */
  public static List<PublishedEvent> of(Change<?> change, ChangeSubject about) {
    return change.events().stream()
        .flatMap(event -> of(change.act(), event, about).stream())
        .toList();
  }

  /**
   * Returns the SHA-256 of the canonical JSON (RFC 8785) of {@code id}, {@code type}, {@code at},
   * {@code subject}, {@code accountId}, {@code version} and {@code changed}. A receiver computes it
   * from the event and compares it with the digest in the audit chain.
   */
  public byte[] digest(UUID id) {
    return digest(id, type, CanonicalJson.time(at), about, changed);
  }

  private static byte[] digest(
      UUID id, String type, String at, ChangeSubject about, List<String> changed) {
    var json = new TreeMap<String, Object>();
    json.put("id", id.toString());
    json.put("type", type);
    json.put("at", at);
    json.put("subject", Map.of("kind", about.kind(), "id", about.id()));
    if (about.account() != null) {
      json.put("accountId", about.account().toString());
    }
    json.put("version", about.version());
    json.put("changed", changed);
    return sha256().digest(CanonicalJson.bytes(json));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
