/** Tests of queued writes over HTTP. */
@org.jspecify.annotations.NullMarked
package io.clientele.http.operation;
