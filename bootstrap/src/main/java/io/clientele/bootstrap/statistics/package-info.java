/** Wires the statistics context. Start at {@link StatisticsModule}. */
@NullMarked
package io.clientele.bootstrap.statistics;

import org.jspecify.annotations.NullMarked;
