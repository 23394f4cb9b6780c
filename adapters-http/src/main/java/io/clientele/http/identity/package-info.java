/** Who calls. Start at {@link io.clientele.http.identity.Actors}. */
@org.jspecify.annotations.NullMarked
package io.clientele.http.identity;
