/** Tests of the trail of audit and its chain. */
@org.jspecify.annotations.NullMarked
package io.clientele.domain.audit;
