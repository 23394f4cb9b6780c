/** Tests of the kernel of use cases. Start at {@link io.clientele.application.kernel.JobTest}. */
@org.jspecify.annotations.NullMarked
package io.clientele.application.kernel;
