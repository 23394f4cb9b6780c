/** Tests of the rules of notices. */
@org.jspecify.annotations.NullMarked
package io.clientele.domain.notice;
