/** Tests of the text rules, and the generator of the folding table. */
@org.jspecify.annotations.NullMarked
package io.clientele.domain.kernel.text;
