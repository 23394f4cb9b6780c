/**
 * A real Chromium for the browser tests, and what a test does in a page of it. Start at {@code
 * BrowserSession}.
 */
@NullMarked
package io.clientele.bootstrap.browser;

import org.jspecify.annotations.NullMarked;
