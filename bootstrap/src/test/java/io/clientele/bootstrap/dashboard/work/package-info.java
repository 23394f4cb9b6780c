/**
 * What one operator does in the dashboard, from browser to browser and without a mouse. Start at
 * {@code PreferencesIT}.
 */
@NullMarked
package io.clientele.bootstrap.dashboard.work;

import org.jspecify.annotations.NullMarked;
