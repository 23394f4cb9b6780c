package io.clientele.apikit.compatibility;

/**
 * One difference between two OpenAPI documents.
 *
 * @param place the operation, the part of it, and the path into a body; or a component
 * @param what the difference, as a fact about the new document
 */
public record ApiChange(Kind kind, String place, String what) {
  /** The effect of a difference on a client of the old document. */
  public enum Kind {
    /** The new document offers more. A client that ignores unknown members does not notice. */
    ADDED,

    /** HTTP is unchanged. Generated clients get another name for a type or an operation. */
    RENAMED,

    /** The new document says less about the values of a response. The values may be the same. */
    LOOSENED,

    /** A request that was valid may be refused, or a part of a response may be absent. */
    BREAKING
  }

  @Override
  public String toString() {
    return kind + " " + place + ": " + what;
  }
}
