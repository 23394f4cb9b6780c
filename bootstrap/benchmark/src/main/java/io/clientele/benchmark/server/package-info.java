/**
 * The servers and the service that are measured, with a million seeded accounts that are kept for
 * the next run. Start at {@link BenchmarkServers}.
 */
@NullMarked
package io.clientele.benchmark.server;

import org.jspecify.annotations.NullMarked;
