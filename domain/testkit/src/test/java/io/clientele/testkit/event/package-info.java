/** Tests of the feed in memory. */
@org.jspecify.annotations.NullMarked
package io.clientele.testkit.event;
