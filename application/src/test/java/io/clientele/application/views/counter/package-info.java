/** Tests of the view counters: exact totals, outages, lost responses, dead writers. */
@org.jspecify.annotations.NullMarked
package io.clientele.application.views.counter;
