/** Tests of the use cases of notices. */
@org.jspecify.annotations.NullMarked
package io.clientele.application.notice;
