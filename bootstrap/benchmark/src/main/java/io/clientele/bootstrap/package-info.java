/** The service as it is wired, but for what is measured. */
@NullMarked
package io.clientele.bootstrap;

import org.jspecify.annotations.NullMarked;
