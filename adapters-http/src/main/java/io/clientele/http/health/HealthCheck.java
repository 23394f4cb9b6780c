package io.clientele.http.health;

import java.util.function.BooleanSupplier;

/**
 * A check of one dependency of the process.
 *
 * @param name of the dependency, as health responses show it
 * @param isRequired whether the process is not ready while the dependency is down
 * @param isUp called by one thread at a time; must return soon and must not throw
 */
public record HealthCheck(String name, boolean isRequired, BooleanSupplier isUp) {}
