/** Tests of counting, on the kit's ports in memory. */
@org.jspecify.annotations.NullMarked
package io.clientele.application.views;
