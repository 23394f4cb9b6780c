/**
 * The packaged service in a process of its own, and several instances on one PostgreSQL and one
 * Redis. Starts the jar in {@code target} of the module under test. Start at {@link
 * ServiceCluster}.
 */
@NullMarked
package io.clientele.testbed.service;

import org.jspecify.annotations.NullMarked;
