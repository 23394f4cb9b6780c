/**
 * The view staging in memory. Uses the domain. Start at {@link
 * io.clientele.inmemory.views.staging.InMemoryViewStaging}.
 */
@org.jspecify.annotations.NullMarked
package io.clientele.inmemory.views.staging;
