/**
 * The use cases of customer care: the owner, the notes and the timeline of an account. Uses the
 * domain of care, identity, audit and ledger. Start at {@link
 * io.clientele.application.care.ViewTimeline}.
 */
@org.jspecify.annotations.NullMarked
package io.clientele.application.care;
