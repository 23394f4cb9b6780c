/** Tests of published events. */
@org.jspecify.annotations.NullMarked
package io.clientele.domain.kernel.event;
