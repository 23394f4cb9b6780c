/** Wires domain, application and adapters into the running service. Start at {@link Main}. */
@NullMarked
package io.clientele.bootstrap;

import org.jspecify.annotations.NullMarked;
