package io.clientele.archrules.shop.domain.credit;

import io.clientele.archrules.shop.domain.client.ClientNumber;

/** Clean: a context that names what is shared of another. */
public record Limit(ClientNumber client, ClientNumber.Kind kind, long cents) {}
