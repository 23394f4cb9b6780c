/** Databases for tests: a PostgreSQL server and a SQLite file. */
@org.jspecify.annotations.NullMarked
package io.clientele.jdbc.testbed;
