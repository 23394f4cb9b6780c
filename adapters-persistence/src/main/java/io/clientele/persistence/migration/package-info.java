/**
 * Brings the tables of a database up to date and sets up the role of the service. Collects what the
 * contexts contribute; names none of them. May use `jdbc`. Start at {@link SchemaMigration}.
 */
@NullMarked
package io.clientele.persistence.migration;

import org.jspecify.annotations.NullMarked;
