/**
 * What use cases of all contexts share. Knows no context. Start at {@link
 * io.clientele.application.kernel.Access}.
 */
@org.jspecify.annotations.NullMarked
package io.clientele.application.kernel;
