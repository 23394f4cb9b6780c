/** Wires customer care. Start at {@link CareModule}. */
@NullMarked
package io.clientele.bootstrap.care;

import org.jspecify.annotations.NullMarked;
