/** Operations in memory. Start at {@link io.clientele.inmemory.operation.InMemoryOperations}. */
@org.jspecify.annotations.NullMarked
package io.clientele.inmemory.operation;
