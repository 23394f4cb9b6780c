/**
 * Entry point of {@code java -jar}. Compiled to Java 17 bytecode, so that an older Java can load it
 * and print which version is required. Start at {@link Launcher}.
 */
@NullMarked
package io.clientele.bootstrap.launch;

import org.jspecify.annotations.NullMarked;
