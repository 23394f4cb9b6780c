/** The routes of parcels. Start at {@link ParcelRoutes}. */
@NullMarked
package io.clientele.http.parcel;

import org.jspecify.annotations.NullMarked;
