/**
 * A PostgreSQL and a Redis that the service starts for itself, for evaluation and development. Data
 * is kept between runs in one folder. Uses {@code config}. Start at {@link EmbeddedServers}.
 */
@NullMarked
package io.clientele.bootstrap.embedded;

import org.jspecify.annotations.NullMarked;
