/**
 * A real Redis, a cluster of three, and a proxy that cuts connections. Start at {@link TestRedis}.
 */
@NullMarked
package io.clientele.cache.testbed;

import org.jspecify.annotations.NullMarked;
