/** The kit tests itself: its ports pass its contracts, and broken ports do not. */
@org.jspecify.annotations.NullMarked
package io.clientele.testkit;
