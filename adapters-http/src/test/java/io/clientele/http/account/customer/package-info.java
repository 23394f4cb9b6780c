/** Tests of accounts as their customers see them. */
@NullMarked
package io.clientele.http.account.customer;

import org.jspecify.annotations.NullMarked;
