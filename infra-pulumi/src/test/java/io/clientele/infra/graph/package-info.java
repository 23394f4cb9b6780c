/** The stack as the engine would be asked for it: run with mocks, gathered, and open to edits. */
@org.jspecify.annotations.NullMarked
package io.clientele.infra.graph;
