/** The use cases of parcels. Uses the domain. Start at {@link SendParcel}. */
@NullMarked
package io.clientele.application.parcel;

import org.jspecify.annotations.NullMarked;
