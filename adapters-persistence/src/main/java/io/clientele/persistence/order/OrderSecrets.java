package io.clientele.persistence.order;

import io.clientele.domain.order.Order;
import io.clientele.persistence.crypto.AesGcm;
import io.clientele.persistence.crypto.SubjectKeys;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
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

  /** Whether a stored digest is that of the request of an order. */
  boolean isSame(Connection connection, byte @Nullable [] stored, Order order, String request)
      throws SQLException {
    var key = keys.of(connection, order.account()).orElse(null);
    return key != null && stored != null && MessageDigest.isEqual(stored, digest(key, request));
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
