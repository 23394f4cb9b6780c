/** Tests of the values of the view counting protocol. */
@org.jspecify.annotations.NullMarked
package io.clientele.domain.views;
