/** Tests of the use cases of operators, sessions and API keys, on the testkit's in-memory ports. */
@org.jspecify.annotations.NullMarked
package io.clientele.application.identity;
