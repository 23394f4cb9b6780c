/**
 * Compares an old and a new OpenAPI document, and reports the changes that a client of the old one
 * would notice. Uses the documents only, no running service. Start at {@link
 * io.clientele.apikit.compatibility.ApiComparison}.
 */
@org.jspecify.annotations.NullMarked
package io.clientele.apikit.compatibility;
