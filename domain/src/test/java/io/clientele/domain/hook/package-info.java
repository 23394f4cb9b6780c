/** Tests of the rules of received messages. */
@org.jspecify.annotations.NullMarked
package io.clientele.domain.hook;
