/** Tests of accounts and their values. */
@org.jspecify.annotations.NullMarked
package io.clientele.domain.account;
