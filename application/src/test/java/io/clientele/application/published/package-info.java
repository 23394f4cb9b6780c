/**
 * Rules that hold for each public type of the published jars. Start at {@link PublishedClasses}.
 */
@org.jspecify.annotations.NullMarked
package io.clientele.application.published;
