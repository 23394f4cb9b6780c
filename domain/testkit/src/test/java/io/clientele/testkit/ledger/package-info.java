/** Tests of the ledger in memory. */
@NullMarked
package io.clientele.testkit.ledger;

import org.jspecify.annotations.NullMarked;
