/**
 * What operators do with their own preferences. Uses the kernel and identity. Start at {@link
 * io.clientele.application.identity.preference.ChoosePreferences}.
 */
@org.jspecify.annotations.NullMarked
package io.clientele.application.identity.preference;
