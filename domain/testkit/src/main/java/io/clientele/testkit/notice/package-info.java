/**
 * Contracts of the stores of notices. Start at {@link io.clientele.testkit.notice.NoticesContract}.
 */
@org.jspecify.annotations.NullMarked
package io.clientele.testkit.notice;
