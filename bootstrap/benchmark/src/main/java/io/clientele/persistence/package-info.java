/** Measures what this package of the persistence adapter keeps to itself. */
@NullMarked
package io.clientele.persistence;

import org.jspecify.annotations.NullMarked;
