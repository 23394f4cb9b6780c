/** Tests of the rules of the ledger's rows. */
@org.jspecify.annotations.NullMarked
package io.clientele.domain.views.ledger;
