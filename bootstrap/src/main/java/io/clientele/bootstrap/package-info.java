/**
 * The process: command line, component, life cycle, stop signals. Composes the other packages of
 * this module; none of them uses this one, except {@code launch}. Start at {@link Main}; {@link
 * Service} lists everything that is wired.
 */
@NullMarked
package io.clientele.bootstrap;

import org.jspecify.annotations.NullMarked;
