/** Tests of the tasks in memory. */
@org.jspecify.annotations.NullMarked
package io.clientele.testkit.notice;
