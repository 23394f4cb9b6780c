/** Tests of the inbox in memory. */
@org.jspecify.annotations.NullMarked
package io.clientele.testkit.hook;
