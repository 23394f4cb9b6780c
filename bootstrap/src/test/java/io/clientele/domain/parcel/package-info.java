/**
 * Parcels, the test context: the aggregate, its events, its permissions and its port. Uses the
 * kernel and identity. Start at {@link Parcel}.
 */
@NullMarked
package io.clientele.domain.parcel;

import org.jspecify.annotations.NullMarked;
