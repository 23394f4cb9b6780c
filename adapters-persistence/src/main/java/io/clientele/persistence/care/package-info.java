/**
 * Customer care in PostgreSQL: notes, which are sealed under the key of their account, and owners.
 * Start at {@link io.clientele.persistence.care.JdbcAccountNotes}.
 */
@NullMarked
package io.clientele.persistence.care;

import org.jspecify.annotations.NullMarked;
