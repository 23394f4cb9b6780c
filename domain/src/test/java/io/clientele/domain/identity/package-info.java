/** Tests of who may do what. */
@org.jspecify.annotations.NullMarked
package io.clientele.domain.identity;
