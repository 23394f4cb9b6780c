/**
 * The routes by which operators choose their notices. Uses the shared packages, and the use cases
 * and domain of notice. Start at {@link NoticeRoutes}.
 */
@NullMarked
package io.clientele.http.notice;

import org.jspecify.annotations.NullMarked;
