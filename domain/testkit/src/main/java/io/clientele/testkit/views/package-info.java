/** Test data of views. Start at {@link ViewsSample}. */
@org.jspecify.annotations.NullMarked
package io.clientele.testkit.views;
