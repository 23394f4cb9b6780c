/**
 * Scenarios that drive each documented operation to each documented status. Uses the client. Start
 * at {@link ApiScenario}.
 */
@NullMarked
package io.clientele.apikit.scenario;

import org.jspecify.annotations.NullMarked;
