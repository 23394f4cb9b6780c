package io.clientele.persistence.ledger.posting;

/** A work item of another context, and the companion that stores its rows. */
record CompanionItem<I>(Companion<I> companion, I item) {}
