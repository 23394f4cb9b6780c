/**
 * Tests of the repository itself: architecture, sizes, documents, workflows, container
 * configuration.
 */
@NullMarked
package io.clientele.bootstrap.rules;

import org.jspecify.annotations.NullMarked;
