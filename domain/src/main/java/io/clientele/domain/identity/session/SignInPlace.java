package io.clientele.domain.identity.session;

import io.clientele.domain.identity.SecretHash;
import java.util.List;
import java.util.Objects;

/**
 * The place that an operator signs in from: its network and the family of its browser. It is a
 * keyed hash that includes the operator: a reader of the database learns neither the place nor
 * which operators share it.
 *
 * @param hashes the place under each of the service's keys, the current key first; empty for no
 *     place
 */
public record SignInPlace(List<SecretHash> hashes) {
  /** No place: nothing of it is stored, and it is never a new one. */
  public static final SignInPlace NONE = new SignInPlace(List.of());

  public SignInPlace {
    hashes = List.copyOf(Objects.requireNonNull(hashes, "hashes"));
  }
}
