/**
 * A real PostgreSQL for the tests of this module, and a counter of statements. Start at {@link
 * TestPostgres}.
 */
@NullMarked
package io.clientele.persistence.testbed;

import org.jspecify.annotations.NullMarked;
