/**
 * What can be set from outside, read once and told whole: all faults together, secrets masked; and
 * what else may keep the service from starting. Start at {@link
 * io.clientele.bootstrap.config.Config}.
 */
@NullMarked
package io.clientele.bootstrap.config;

import org.jspecify.annotations.NullMarked;
