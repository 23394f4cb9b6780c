package io.clientele.domain.kernel;

import java.util.Objects;

/**
 * Names a request that is executed once. Requests are the same if caller, action, target and name
 * are equal; the hashes of their bodies must then be equal too.
 *
 * @param caller the stable name of the actor
 * @param action the kind of request, such as a method
 * @param target of the request, such as a path
 * @param name chosen by the caller
 * @param bodyHash SHA-256 of the body in hexadecimal digits
 */
public record IdempotencyKey(
    String caller, String action, String target, String name, String bodyHash) {
  public IdempotencyKey {
    Objects.requireNonNull(caller, "caller");
    Objects.requireNonNull(action, "action");
    Objects.requireNonNull(target, "target");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(bodyHash, "bodyHash");
  }
}
