/** The table of parcels. Start at {@link JdbcParcels}. */
@NullMarked
package io.clientele.persistence.parcel;

import org.jspecify.annotations.NullMarked;
