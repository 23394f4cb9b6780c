/**
 * The feed of published events in PostgreSQL, in the order of the audit's chain. Reads events;
 * `change` appends them. May use the domain of event and audit and the shared packages. Start at
 * {@link EventSchema}.
 */
@NullMarked
package io.clientele.persistence.event;

import org.jspecify.annotations.NullMarked;
