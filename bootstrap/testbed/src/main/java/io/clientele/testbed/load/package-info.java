/**
 * Load generators that record which requests were answered. Closed loop: each client waits for its
 * response. Open loop: requests are due at a fixed rate, and latency counts from the due time.
 * Start at {@link OpenLoopReads}.
 */
@NullMarked
package io.clientele.testbed.load;

import org.jspecify.annotations.NullMarked;
