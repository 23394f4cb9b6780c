/**
 * Helpers for tests that drive real processes: waiting for a condition, free ports, installed
 * programs, signals, CPU affinity, skewed clocks. Uses the JDK only. Start at {@link Await}.
 */
@NullMarked
package io.clientele.testbed;

import org.jspecify.annotations.NullMarked;
