/** Wires tasks and the job that carries them out. Start at {@link TaskModule}. */
@NullMarked
package io.clientele.bootstrap.task;

import org.jspecify.annotations.NullMarked;
