/** Tests of the schema, and of a counter over it. */
@org.jspecify.annotations.NullMarked
package io.clientele.jdbc;
