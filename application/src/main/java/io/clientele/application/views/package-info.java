/**
 * The view counter as its owner holds it, its settings and metrics, and the use cases around it.
 *
 * <p>Uses the domain's views and identity contexts, and not the subpackages. Start at {@link
 * io.clientele.application.views.Views}.
 */
@org.jspecify.annotations.NullMarked
package io.clientele.application.views;
