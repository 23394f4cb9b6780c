/** What {@code java -jar} starts. Bytecode 17, so that an older Java can load it and say so. */
@NullMarked
package io.clientele.bootstrap.launch;

import org.jspecify.annotations.NullMarked;
