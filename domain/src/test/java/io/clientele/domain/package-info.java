/** Tests of the kernel, and what tests of all contexts ask for. */
@org.jspecify.annotations.NullMarked
package io.clientele.domain;
