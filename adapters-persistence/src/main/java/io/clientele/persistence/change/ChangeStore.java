package io.clientele.persistence.change;

import io.clientele.persistence.crypto.DataKeys;
import io.clientele.persistence.crypto.SubjectKeys;

/**
 * Stores what belongs to every change, in the transaction of the change: its entries in the audit.
 * Safe for use by many threads; holds no state but the data keys.
 */
public final class ChangeStore {
  private final SubjectKeys subjectKeys;
  private final AuditAppender audit;

  /** Encrypts the keys of data subjects by these data keys; without one nothing can be sealed. */
  public ChangeStore(DataKeys keys) {
    subjectKeys = new SubjectKeys(keys);
    audit = new AuditAppender(subjectKeys);
  }

  public AuditAppender audit() {
    return audit;
  }

  public SubjectKeys subjectKeys() {
    return subjectKeys;
  }
}
