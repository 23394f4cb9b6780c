/** Tests of the use cases around the view counter. */
@org.jspecify.annotations.NullMarked
package io.clientele.application.views;
