/**
 * Documents about the API: its OpenAPI description, the page that shows it, and a page for each
 * problem type. Uses route and exchange. Start at {@link ApiDocumentRoutes}.
 */
@NullMarked
package io.clientele.http.documents;

import org.jspecify.annotations.NullMarked;
