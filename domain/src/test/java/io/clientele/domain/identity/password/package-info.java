/** Tests of the password rules. */
@org.jspecify.annotations.NullMarked
package io.clientele.domain.identity.password;
