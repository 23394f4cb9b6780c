/**
 * The test of the rules themselves: stacks with one weakened argument, which the rules must notice.
 * Uses {@code graph} and {@code rules}. Start at {@code MutationSuiteTest}.
 */
@org.jspecify.annotations.NullMarked
package io.clientele.infra.mutations;
