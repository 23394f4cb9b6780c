package io.clientele.domain.account;

import io.clientele.domain.Email;
import org.jspecify.annotations.Nullable;

/**
 * What an account says of its client, and callers may amend.
 *
 * @param taxId null where the client gave none
 */
public record Profile(ClientName name, Email email, @Nullable TaxId taxId, Metadata metadata) {}
