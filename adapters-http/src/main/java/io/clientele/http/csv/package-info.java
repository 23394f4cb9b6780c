/**
 * CSV text (RFC 4180): {@link io.clientele.http.csv.CsvRecords} reads it, {@link
 * io.clientele.http.csv.Formulas} keeps spreadsheets from running what a field holds. Knows no
 * context. Start at {@link io.clientele.http.csv.CsvRecords}.
 */
@org.jspecify.annotations.NullMarked
package io.clientele.http.csv;
