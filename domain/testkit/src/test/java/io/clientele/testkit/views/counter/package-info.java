/** Tests of the view counter in memory, and broken counters that its contracts must find. */
@org.jspecify.annotations.NullMarked
package io.clientele.testkit.views.counter;
