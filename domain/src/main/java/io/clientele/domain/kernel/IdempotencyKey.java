package io.clientele.domain.kernel;

/**
 * Names a request that is carried out once. Two requests are the same if caller, action, target and
 * name are equal; the hashes of their bodies must then be equal too.
 *
 * @param caller the stable name of the actor
 * @param action what is asked for, such as the method of a request
 * @param target what it is asked of, such as the path of a request
 * @param name as the caller chose it
 * @param bodyHash SHA-256 of the body in hexadecimal digits
 */
public record IdempotencyKey(
    String caller, String action, String target, String name, String bodyHash) {}
