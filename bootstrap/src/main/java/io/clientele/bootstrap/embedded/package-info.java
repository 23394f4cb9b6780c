/**
 * A PostgreSQL and a Redis of the service's own, for trying it out and for working on it: nothing
 * to install, data kept between runs. Start at {@link
 * io.clientele.bootstrap.embedded.EmbeddedServers}.
 */
@NullMarked
package io.clientele.bootstrap.embedded;

import org.jspecify.annotations.NullMarked;
