/**
 * The scenario of the parcel context: it calls each operation for each documented status. Uses
 * {@code apikit.scenario}. Start at {@link ParcelScenario}.
 */
@NullMarked
package io.clientele.apikit.parcel;

import org.jspecify.annotations.NullMarked;
