/**
 * Holds a running service against its own OpenAPI document: every answer is checked, and at the end
 * it is told what was documented and never answered. Knows the service by HTTP alone, so it drives
 * one in memory and one on real servers alike. Start at {@link io.clientele.apikit.ApiTour}.
 */
@org.jspecify.annotations.NullMarked
package io.clientele.apikit;
