/**
 * The import of many accounts as CSV or NDJSON, with one result for each line. Uses the account
 * package for bodies and problems. Start at {@link AccountImportRoutes}.
 */
@NullMarked
package io.clientele.http.account.importing;

import org.jspecify.annotations.NullMarked;
