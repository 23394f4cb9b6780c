package io.clientele.http.webhook.delivery;

import java.net.UnknownHostException;

/** The address of an endpoint is one that webhooks must not reach. Names no address. */
final class AddressRefusedException extends UnknownHostException {
  private static final long serialVersionUID = 1L;

  AddressRefusedException() {
    super("the address is refused");
  }
}
