/** The in-memory rate limiter passes its contract; faulty rate limiters do not. */
@org.jspecify.annotations.NullMarked
package io.clientele.testkit.kernel;
