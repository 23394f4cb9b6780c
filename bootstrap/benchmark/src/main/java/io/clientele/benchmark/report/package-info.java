/**
 * Figures as Markdown tables, and what the machine and its processes used. Start at {@link
 * FigureTable}.
 */
@NullMarked
package io.clientele.benchmark.report;

import org.jspecify.annotations.NullMarked;
