package io.clientele.application.views;

import java.time.Duration;

/**
 * Something to run again and again, on one thread at a time.
 *
 * @param period from the end of a run to the beginning of the next
 * @param jitter the part of the period, 0 to 1, that may be taken off by chance, so that instances
 *     do not run in step
 */
public record Job(String name, Duration period, double jitter, Runnable task) {}
