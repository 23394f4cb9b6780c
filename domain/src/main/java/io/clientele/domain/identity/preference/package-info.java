/**
 * How operators like the dashboard: language, theme, lists, and the filters that they saved by
 * name. Uses the kernel and identity. Start at {@link
 * io.clientele.domain.identity.preference.Preferences}.
 */
@org.jspecify.annotations.NullMarked
package io.clientele.domain.identity.preference;
