/** Wires the feed of published events. Start at {@link EventModule}. */
@NullMarked
package io.clientele.bootstrap.event;

import org.jspecify.annotations.NullMarked;
