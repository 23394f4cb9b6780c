/**
 * Customer care in memory, for tests and demos. Start at {@link
 * io.clientele.inmemory.care.InMemoryAccountNotes}.
 */
@NullMarked
package io.clientele.inmemory.care;

import org.jspecify.annotations.NullMarked;
