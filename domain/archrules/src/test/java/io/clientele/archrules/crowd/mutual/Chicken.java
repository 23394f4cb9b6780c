package io.clientele.archrules.crowd.mutual;

/** With {@link Egg}, a cycle of classes. */
record Chicken(Egg.Shell shell) {}
