/**
 * The contexts of a service in memory: each contributes its routes and its ports. The list of them
 * is {@link InMemoryContexts}. Start at {@link InMemoryContext}.
 */
@NullMarked
package io.clientele.http.testing.context;

import org.jspecify.annotations.NullMarked;
