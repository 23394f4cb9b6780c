package io.clientele.domain.views;

import java.util.UUID;

/**
 * The kind of a subject, which stands in its id: views of one kind are counted in shards of their
 * own, so the views of each kind are known without a look at the subjects.
 */
public enum SubjectKind {
  /** Subjects whose id is of any version but 8: the id of the account itself. */
  ACCOUNT(7),
  /** Subjects whose id is of version 8: the id of the product, of version 7, with that version. */
  PRODUCT(8);

  private static final long VERSION = 0xf000;

  private final int version;

  SubjectKind(int version) {
    this.version = version;
  }

  /** Returns the kind of a subject. */
  public static SubjectKind of(UUID subject) {
    return subject.version() == PRODUCT.version ? PRODUCT : ACCOUNT;
  }

  /** Returns the subject under which views of the owner of this id, of version 7, are counted. */
  public UUID subject(UUID id) {
    return withVersion(id, version);
  }

  /** Returns the id of version 7 whose views are counted under this subject. */
  public UUID id(UUID subject) {
    return withVersion(subject, ACCOUNT.version);
  }

  private static UUID withVersion(UUID id, int version) {
    var high = id.getMostSignificantBits() & ~VERSION | (long) version << 12;
    return new UUID(high, id.getLeastSignificantBits());
  }
}
