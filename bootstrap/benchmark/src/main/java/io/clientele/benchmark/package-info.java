/**
 * Command line of the benchmark. Runs the named sections and writes their figures into the README
 * beside this module's POM. Start at {@link BenchmarkMain}.
 */
@NullMarked
package io.clientele.benchmark;

import org.jspecify.annotations.NullMarked;
