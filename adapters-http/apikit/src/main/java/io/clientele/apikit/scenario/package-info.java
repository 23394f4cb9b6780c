/**
 * Scenarios that drive each documented operation to each documented status. Each context
 * contributes one, listed in {@link ContextScenarios}. Uses the client. Start at {@link
 * ApiScenario}.
 */
@NullMarked
package io.clientele.apikit.scenario;

import org.jspecify.annotations.NullMarked;
