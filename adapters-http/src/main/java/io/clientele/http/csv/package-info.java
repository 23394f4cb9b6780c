/**
 * CSV: a strict parser (RFC 4180) and the escaping of spreadsheet formulas. Uses the JDK only.
 * Start at {@link CsvParser}.
 */
@NullMarked
package io.clientele.http.csv;

import org.jspecify.annotations.NullMarked;
