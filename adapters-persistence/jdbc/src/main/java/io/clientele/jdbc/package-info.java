/**
 * Creates the tables of the stores of this module, and finds the responses that they have stored.
 * Uses a plain {@link javax.sql.DataSource} and SQL that PostgreSQL 15 or newer and SQLite 3.35 or
 * newer share. Start at {@link io.clientele.jdbc.SqlSchema}.
 */
@org.jspecify.annotations.NullMarked
package io.clientele.jdbc;
