/** Wires parcels, the test context. Start at {@link ParcelModule}. */
@NullMarked
package io.clientele.bootstrap.parcel;

import org.jspecify.annotations.NullMarked;
