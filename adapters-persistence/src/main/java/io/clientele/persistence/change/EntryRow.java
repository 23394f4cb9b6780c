package io.clientele.persistence.change;

import io.clientele.domain.kernel.AuditEntry;
import io.clientele.domain.kernel.AuditEntryId;
import io.clientele.domain.kernel.FieldChange;
import io.clientele.domain.kernel.event.PublishedEvent;
import io.clientele.persistence.crypto.AesGcm;
import io.clientele.persistence.crypto.SubjectKeys;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;

/**
 * An audit entry as it is stored, with its event.
 *
 * @param sealed changes and reason under the key of {@link #keySubject}; null if there are none
 * @param state of the account under the account's key; null if it is not stored
 */
@SuppressWarnings("ArrayRecordComponent")
record EntryRow(
    AuditEntry entry,
    @Nullable PublishedEvent event,
    AuditEntryId id,
    byte @Nullable [] sealed,
    byte @Nullable [] state) {
  /** The largest state that is stored, sealed, in bytes. */
  private static final int STATE_MAX = 16 * 1024;

  private static final byte[] NO_DIGEST = {};

  /** The subjects of the keys that seal the row; empty if it has no secret. */
  static Set<UUID> keySubjects(ChangeEntry change) {
    var subjects = new HashSet<UUID>();
    var entry = change.entry();
    if (!secret(entry).equals(AuditPayload.NONE)) {
      subjects.add(keySubject(entry));
    }
    if (state(change.event()) != null) {
      subjects.add(SubjectKeys.subject(entry.account()));
    }
    return subjects;
  }

  /**
   * The subject of the key that seals changes and reason. The reason of an erasure must be readable
   * after the account's key is destroyed.
   */
  private static UUID keySubject(AuditEntry entry) {
    return entry.isErasure() ? SubjectKeys.NO_ACCOUNT : SubjectKeys.subject(entry.account());
  }

  /** Encrypts nothing without a secret, or if the subject's key was destroyed. */
  static EntryRow of(ChangeEntry change, Map<UUID, Optional<SecretKey>> keys) {
    var entry = change.entry();
    var event = change.event();
    var id = AuditEntryId.of(entry.act().at(), ThreadLocalRandom.current());
    var secret = secret(entry);
    var details =
        secret.equals(AuditPayload.NONE)
            ? null
            : sealed(key(keys, keySubject(entry)), id, secret.bytes());
    var state = state(event);
    var stored =
        state == null
            ? null
            : sealed(
                key(keys, SubjectKeys.subject(entry.account())),
                id,
                state.getBytes(StandardCharsets.UTF_8));
    var isSmall = stored != null && stored.length <= STATE_MAX;
    return new EntryRow(entry, event, id, details, isSmall ? stored : null);
  }

  byte[] digest() {
    return event == null ? NO_DIGEST : event.digest(id.value());
  }

  @Nullable String eventKind() {
    return event == null ? null : event.about().kind();
  }

  @Nullable String eventSubject() {
    return event == null ? null : event.about().id();
  }

  @Nullable Long version() {
    return event == null ? null : event.about().version();
  }

  /** The names of the changed fields, which contain no comma. */
  @Nullable String changed() {
    return event == null ? null : String.join(",", event.changed());
  }

  @Nullable String trace() {
    return event == null ? null : event.trace();
  }

  private static @Nullable SecretKey key(Map<UUID, Optional<SecretKey>> keys, UUID subject) {
    return keys.getOrDefault(subject, Optional.empty()).orElse(null);
  }

  private static byte @Nullable [] sealed(@Nullable SecretKey key, AuditEntryId id, byte[] plain) {
    return key == null ? null : AesGcm.sealed(key, id.value(), plain);
  }

  private static @Nullable String state(@Nullable PublishedEvent event) {
    return event == null ? null : event.about().data();
  }

  private static AuditPayload secret(AuditEntry entry) {
    var changes = entry.isErasure() ? List.<FieldChange>of() : entry.changes();
    return new AuditPayload(changes, entry.act().cause().reason());
  }
}
