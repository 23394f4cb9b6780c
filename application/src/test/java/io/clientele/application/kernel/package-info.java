/** Tests of what use cases of all contexts share. */
@org.jspecify.annotations.NullMarked
package io.clientele.application.kernel;
