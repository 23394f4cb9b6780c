/** Tests of the use cases of accounts, on the kit's ports in memory. */
@org.jspecify.annotations.NullMarked
package io.clientele.application.account;
