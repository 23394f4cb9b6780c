package io.clientele.persistence.order;

import io.clientele.domain.kernel.AccountId;
import io.clientele.persistence.crypto.AesGcm;
import io.clientele.persistence.crypto.SubjectKeys;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
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

  /**
   * What of new orders only the keys of their accounts can read, in the order of the items. An
   * element is null if the key is destroyed, and an address if there is none.
   */
  @SuppressWarnings("ArrayRecordComponent")
  record Sealed(byte[] @Nullable [] digests, byte[] @Nullable [] addresses) {}

  /** Returns the digests and addresses of new orders. */
  Sealed of(Connection connection, List<PlacementItem> items) throws SQLException {
    var accounts =
        items.stream().map(item -> item.order().account().value()).collect(Collectors.toSet());
    var found = keys.of(connection, accounts);
    var digests = new ArrayList<byte @Nullable []>();
    var addresses = new ArrayList<byte @Nullable []>();
    for (var item : items) {
      var order = item.order();
      var key = Objects.requireNonNull(found.get(order.account().value())).orElse(null);
      var address = order.address();
      digests.add(key == null ? null : digest(key, item.placement().demand().request()));
      addresses.add(
          key == null || address == null
              ? null
              : AesGcm.sealed(
                  key, order.id().value(), address.value().getBytes(StandardCharsets.UTF_8)));
    }
    return new Sealed(digests.toArray(byte[][]::new), addresses.toArray(byte[][]::new));
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
