/** Tests of the operations in memory. */
@org.jspecify.annotations.NullMarked
package io.clientele.testkit.operation;
