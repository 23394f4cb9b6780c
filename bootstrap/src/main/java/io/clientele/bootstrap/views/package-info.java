/**
 * Wires the view counter, its metrics and the traces of its flushes. Uses {@code config}. Start at
 * {@link ViewsModule}.
 */
@NullMarked
package io.clientele.bootstrap.views;

import org.jspecify.annotations.NullMarked;
