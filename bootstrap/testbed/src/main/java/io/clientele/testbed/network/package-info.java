/**
 * A TCP proxy that injects faults, and HTTP connections that send each request exactly once. Start
 * at {@link FaultyProxy}.
 */
@NullMarked
package io.clientele.testbed.network;

import org.jspecify.annotations.NullMarked;
