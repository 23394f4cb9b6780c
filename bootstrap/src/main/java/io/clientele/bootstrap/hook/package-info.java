/** Wires received messages and their settings. Start at {@link HookModule}. */
@NullMarked
package io.clientele.bootstrap.hook;

import org.jspecify.annotations.NullMarked;
