/**
 * Browser tests of the Admin Dashboard. {@code DashboardExtension} shares one service and one
 * browser among all of them. Start at {@code DashboardTestbed}.
 */
@NullMarked
package io.clientele.bootstrap.dashboard;

import org.jspecify.annotations.NullMarked;
