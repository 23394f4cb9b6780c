/**
 * The routes of customer care: owners, notes and timelines of accounts. Start at {@link
 * io.clientele.http.care.CareRoutes}.
 */
@NullMarked
package io.clientele.http.care;

import org.jspecify.annotations.NullMarked;
