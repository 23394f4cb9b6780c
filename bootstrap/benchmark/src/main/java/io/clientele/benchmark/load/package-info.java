/**
 * Load drivers and background traffic. They share the machine with the service, so they use little
 * CPU and report how much. Start at {@link ClosedLoopDriver}.
 */
@NullMarked
package io.clientele.benchmark.load;

import org.jspecify.annotations.NullMarked;
