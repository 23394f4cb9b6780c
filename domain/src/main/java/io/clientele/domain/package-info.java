/**
 * The kernel that every context shares: a {@link io.clientele.domain.Change} and its events, a
 * value that breaks a rule, a port that cannot answer. Knows no context. Start at {@link
 * io.clientele.domain.Change}.
 */
@org.jspecify.annotations.NullMarked
package io.clientele.domain;
