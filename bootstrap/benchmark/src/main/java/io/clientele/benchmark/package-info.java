/**
 * Measures the service as a whole, on servers and in a process of its own, and writes what it saw
 * into the README beside this module's POM. Start at {@link io.clientele.benchmark.Main}.
 */
@NullMarked
package io.clientele.benchmark;

import org.jspecify.annotations.NullMarked;
