/**
 * The start and stop of the process, and the scheduler of background jobs. Uses the application
 * kernel and OpenTelemetry; knows no context. Start at {@link JobScheduler}.
 */
@NullMarked
package io.clientele.bootstrap.lifecycle;

import org.jspecify.annotations.NullMarked;
