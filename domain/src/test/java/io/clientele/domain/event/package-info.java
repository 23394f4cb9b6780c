/** Tests of the rules of positions and filters. */
@org.jspecify.annotations.NullMarked
package io.clientele.domain.event;
