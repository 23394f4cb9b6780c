package io.clientele.application.views.counter;

import io.clientele.domain.views.ledger.ViewLedger;
import io.clientele.domain.views.staging.ViewStaging;

/** A staging and the ledger that receives its batches. */
record StagedStores(ViewStaging staging, ViewLedger ledger) {}
