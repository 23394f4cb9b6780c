/**
 * One class for each section of the README: what is measured, and which figures it reports. Uses
 * {@code load}, {@code server} and {@code report}.
 */
@NullMarked
package io.clientele.benchmark.section;

import org.jspecify.annotations.NullMarked;
