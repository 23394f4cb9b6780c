/** Tests of the kernel, and assertions that tests of all contexts use. */
@org.jspecify.annotations.NullMarked
package io.clientele.domain.kernel;
