/** Generated texts that the repository keeps. Start at {@link GoldenFile}. */
@org.jspecify.annotations.NullMarked
package io.clientele.infra.golden;
