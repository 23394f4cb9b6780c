/** Wires notices, their settings, jobs and figures. Start at {@link NoticeModule}. */
@NullMarked
package io.clientele.bootstrap.notice;

import org.jspecify.annotations.NullMarked;
