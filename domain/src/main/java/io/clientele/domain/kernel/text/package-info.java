/**
 * Rules for text from outside: permitted characters and lengths, e-mail addresses and host names,
 * and the folding by which a search ignores case and accents.
 *
 * <p>Uses the kernel only. Start at {@link io.clientele.domain.kernel.text.TextRules}.
 */
@org.jspecify.annotations.NullMarked
package io.clientele.domain.kernel.text;
