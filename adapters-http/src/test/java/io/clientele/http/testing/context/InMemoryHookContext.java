package io.clientele.http.testing.context;

import io.clientele.application.hook.ListHookMessages;
import io.clientele.application.hook.ReceiveHook;
import io.clientele.application.hook.ReplayHookMessage;
import io.clientele.application.hook.ViewHookMessage;
import io.clientele.domain.hook.HookSource;
import io.clientele.domain.hook.SignatureVerifier;
import io.clientele.http.hook.HookRoutes;
import io.clientele.http.hook.signature.SignatureScheme;
import io.clientele.http.route.RouteGroup;
import io.clientele.inmemory.hook.InMemoryInbox;
import io.clientele.inmemory.kernel.InMemoryChangeStore;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** The inbox of a service in memory, with the sources {@code tour} and {@code payments}. */
public final class InMemoryHookContext implements InMemoryContext {
  /** The secret of the source {@code tour}. */
  public static final String TOUR_SECRET = "a secret of the tour";

  /** The secrets of the source {@code payments}. */
  public static final List<String> PAYMENTS_SECRETS =
      List.of("whsec_of the old account", "whsec_of the new account");

  private final InMemoryInbox inbox;
  private final InMemoryParts parts;

  InMemoryHookContext(InMemoryParts parts) {
    this.parts = parts;
    var tasks = parts.context(InMemoryTaskContext.class).tasks();
    inbox = new InMemoryInbox(new InMemoryChangeStore(), tasks);
  }

  /** The received messages. */
  public InMemoryInbox inbox() {
    return inbox;
  }

  @Override
  public List<RouteGroup> routes() {
    var clock = parts.clock();
    Map<HookSource, List<SignatureVerifier>> verifiers =
        Map.of(
            new HookSource("tour"),
            List.of(SignatureScheme.HMAC_SHA256.verifier(TOUR_SECRET, 1)),
            new HookSource("payments"),
            List.of(
                SignatureScheme.STRIPE.verifier(PAYMENTS_SECRETS.get(0), 1),
                SignatureScheme.STRIPE.verifier(PAYMENTS_SECRETS.get(1), 2)));
    var random = new Random(11);
    return List.of(
        new HookRoutes(
            new ReceiveHook(inbox, verifiers, clock, random),
            new ListHookMessages(inbox),
            new ViewHookMessage(inbox),
            new ReplayHookMessage(inbox, clock, random)));
  }

  @Override
  public void startOutage() {
    inbox.startOutage();
  }

  @Override
  public void endOutage() {
    inbox.endOutage();
  }
}
