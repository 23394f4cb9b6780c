/** Tests of roles and permissions. */
@org.jspecify.annotations.NullMarked
package io.clientele.domain.identity;
