package io.clientele.http.identity;

import io.clientele.domain.identity.IdentityRateLimits;
import io.clientele.domain.identity.SecretHash;
import io.clientele.domain.identity.operator.Operator;
import io.clientele.domain.identity.operator.Operators;
import io.clientele.domain.identity.password.PasswordHash;
import io.clientele.domain.identity.session.SignInNetworks;
import io.clientele.domain.kernel.PortUnavailable;
import io.clientele.domain.kernel.text.Email;
import io.clientele.http.identity.DeviceCookie.Device;
import io.clientele.http.limits.RequestRateLimiter;
import io.clientele.http.security.TokenKeys;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides from which budgets a sign-in is taken, so that wrong tries by strangers cannot lock out
 * an operator. A browser that signed in before has a budget of its own. All others share the budget
 * of their network. Networks that never signed in to the name also share one budget for that name.
 */
public final class SignInRateLimits {
  private static final Logger LOG = LoggerFactory.getLogger(SignInRateLimits.class);
  private static final String LABEL = "clientele sign-in network 1";

  private final RequestRateLimiter limits;
  private final Operators operators;
  private final SignInNetworks networks;
  private final DeviceCookie cookie;
  private final List<SecretKey> keys;
  private final InstantSource clock;

  /**
   * Takes permits of these limits.
   *
   * @param keys from which those of cookies and of networks' hashes are derived
   */
  public SignInRateLimits(
      RequestRateLimiter limits,
      Operators operators,
      SignInNetworks networks,
      TokenKeys keys,
      InstantSource clock) {
    this.limits = limits;
    this.operators = operators;
    this.networks = networks;
    this.cookie = new DeviceCookie(keys, new SecureRandom(), clock);
    this.keys = keys.derived(LABEL);
    this.clock = clock;
  }

  /** Takes what can be taken before the body is read; returns the browser if it is known. */
  @Nullable Device begin(Context http) {
    var device = cookie.read(http);
    if (device == null) {
      limits.takeForAddress(http, IdentityRateLimits.SIGN_IN_ADDRESS);
    }
    return device;
  }

  /** Takes one sign-in to this name, or refuses it with 429. */
  void take(Context http, Email email, @Nullable Device device) {
    if (device != null && isGood(device, email)) {
      limits.take(http, IdentityRateLimits.SIGN_IN_DEVICE, device.id());
      return;
    }
    if (device != null) {
      limits.takeForAddress(http, IdentityRateLimits.SIGN_IN_ADDRESS);
    }
    limits.take(http, IdentityRateLimits.SIGN_IN_NAME, email.value() + " " + limits.network(http));
    if (!networks.knows(hashes(http, email), clock.instant())) {
      limits.takeOrWait(http, IdentityRateLimits.SIGN_IN_STRANGERS, email.value());
    }
  }

  /** The network of a sign-in. */
  String network(Context http) {
    return limits.network(http);
  }

  /** Remembers the network of a sign-in that succeeded. */
  void remember(Context http, Operator operator) {
    try {
      var network = hashes(http, operator.profile().email()).getFirst();
      networks.remember(operator.id(), network, clock.instant());
    } catch (PortUnavailable away) {
      LOG.debug("the network of a sign-in is not remembered: {}", away.getMessage());
    }
  }

  /** Sets the cookie of the browser after a sign-in. */
  void setCookie(Context http, Email email, @Nullable Device before) {
    password(email).ifPresent(hash -> cookie.set(http, email, hash, before));
  }

  /** Whether the cookie is valid for this name. Only a cookie of the name is looked up. */
  private boolean isGood(Device device, Email email) {
    return device.isOf(email) && password(email).filter(device::isSince).isPresent();
  }

  private Optional<PasswordHash> password(Email email) {
    return operators
        .credentials(email)
        .filter(of -> of.operator().profile().isActive())
        .map(Operators.Credentials::password);
  }

  /** Returns the hashes of the network and the name under each key. */
  private List<SecretHash> hashes(Context http, Email email) {
    var text = email.value() + " " + limits.network(http);
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    return keys.stream().map(key -> new SecretHash(DeviceCookie.mac(key, bytes))).toList();
  }
}
