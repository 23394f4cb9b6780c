/**
 * The tables of reviewed values in {@code src/test/resources/rules}, which baseline rules compare a
 * stack with. Uses {@code graph} only. Start at {@link ReviewedTable}.
 */
@org.jspecify.annotations.NullMarked
package io.clientele.infra.reviewed;
