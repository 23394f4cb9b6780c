/**
 * Protocol steps with one rule removed. The model checker must find the violation that each mutant
 * causes.
 *
 * <p>Start at {@link io.clientele.domain.views.modelcheck.mutant.ProtocolMutant}.
 */
@org.jspecify.annotations.NullMarked
package io.clientele.domain.views.modelcheck.mutant;
