/** Measures what this package of the HTTP adapter keeps to itself. */
@NullMarked
package io.clientele.http.identity;

import org.jspecify.annotations.NullMarked;
