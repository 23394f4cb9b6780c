/**
 * Compares two OpenAPI documents, an old and a new one, and tells what a client of the old one
 * would notice. Knows the documents only, no running service. Start at {@link
 * io.clientele.apikit.compatibility.ApiComparison}.
 */
@org.jspecify.annotations.NullMarked
package io.clientele.apikit.compatibility;
