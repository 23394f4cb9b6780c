/**
 * The resource graph that a stack would request, recorded without AWS and open to edits. Start at
 * {@link StackRunner}.
 */
@org.jspecify.annotations.NullMarked
package io.clientele.infra.graph;
