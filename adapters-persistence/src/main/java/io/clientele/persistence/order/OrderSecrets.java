package io.clientele.persistence.order;

import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.order.Order;
import io.clientele.persistence.crypto.AesGcm;
import io.clientele.persistence.crypto.SubjectKeys;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.SQLException;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** Seals the address of an order, and digests its request, under the key of the account. */
final class OrderSecrets {
  private static final String HMAC = "HmacSHA256";
  private static final byte[] PURPOSE = "order request\0".getBytes(StandardCharsets.UTF_8);

  private final SubjectKeys keys;

  OrderSecrets(SubjectKeys keys) {
    this.keys = keys;
  }

  /** Returns the secrets of an order; without a key there are none. */
  OrderWriter.Secrets of(Connection connection, Order order, String request) throws SQLException {
    var key = keys.of(connection, order.account()).orElse(null);
    var address = order.address();
    return key == null
        ? new OrderWriter.Secrets(null, null)
        : new OrderWriter.Secrets(
            digest(key, request),
            address == null
                ? null
                : AesGcm.sealed(
                    key, order.id().value(), address.value().getBytes(StandardCharsets.UTF_8)));
  }

  /** Returns the digest of a request; null if the account's key is destroyed. */
  byte @Nullable [] digest(Connection connection, AccountId account, String request)
      throws SQLException {
    return keys.of(connection, account).map(key -> digest(key, request)).orElse(null);
  }

  private static byte[] digest(SecretKey key, String request) {
    try {
      var mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(key.getEncoded(), HMAC));
      mac.update(PURPOSE);
      return mac.doFinal(request.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has HMAC-SHA256", e);
    }
  }
}
