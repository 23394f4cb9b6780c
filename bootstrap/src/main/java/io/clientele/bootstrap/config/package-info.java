/**
 * Settings: reads the environment, reports all errors at once, and prints what is in effect with
 * secrets masked. Only this package reads environment variables. Start at {@link Config}.
 */
@NullMarked
package io.clientele.bootstrap.config;

import org.jspecify.annotations.NullMarked;
