/** Tests of the stores on PostgreSQL and SQLite. */
@org.jspecify.annotations.NullMarked
package io.clientele.jdbc.account;
