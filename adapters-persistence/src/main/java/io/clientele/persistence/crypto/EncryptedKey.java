package io.clientele.persistence.crypto;

import java.util.UUID;

/**
 * The key of one data subject as it is stored: encrypted by a data key.
 *
 * @param by the name of that data key
 */
@SuppressWarnings("ArrayRecordComponent")
public record EncryptedKey(UUID subject, byte[] bytes, String by) {}
