/**
 * Posting and showing of transfers: permissions, the resolution of requests, and views for actors.
 * The use cases of {@link io.clientele.application.ledger.transfer} share it. Uses the domain.
 * Start at {@link io.clientele.application.ledger.posting.TransferPosting}.
 */
@NullMarked
package io.clientele.application.ledger.posting;

import org.jspecify.annotations.NullMarked;
