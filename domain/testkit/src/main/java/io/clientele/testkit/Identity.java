package io.clientele.testkit;

import io.clientele.domain.identity.ApiKeys;
import io.clientele.domain.identity.Operators;
import io.clientele.domain.identity.Sessions;
import io.clientele.domain.identity.Withdrawals;

/** The ports of one store by which operators and services come in. */
public record Identity(
    Operators operators, Sessions sessions, ApiKeys keys, Withdrawals withdrawals) {}
