/** Tests of the use cases of accounts, on the testkit's in-memory ports. */
@org.jspecify.annotations.NullMarked
package io.clientele.application.account;
