/** Tests of the use cases of received messages. */
@org.jspecify.annotations.NullMarked
package io.clientele.application.hook;
