package io.clientele.application.parcel;

import io.clientele.domain.hook.HookContent;
import io.clientele.domain.hook.HookHandler;
import io.clientele.domain.hook.HookMessage;
import io.clientele.domain.hook.HookSource;
import io.clientele.domain.kernel.Provenance;
import io.clientele.domain.parcel.ParcelId;
import io.clientele.domain.parcel.Parcels;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;

/**
 * Marks a parcel as delivered when its carrier sends its id: the sample of a handler of received
 * messages. The service has verified the signature, and stored the message with the task that calls
 * this handler.
 *
 * <p>A message may come twice, also under another id, and a task may run twice. The handler decides
 * by the content: delivering twice is one delivery. An exception has the task tried again, and a
 * message that fails each time becomes a dead letter of its task, which administrators see.
 */
public final class DeliverScannedParcel implements HookHandler {
  private static final HookSource CARRIER = new HookSource("carrier");
  private static final String ACTOR = "hook:" + CARRIER;

  private final Parcels parcels;
  private final InstantSource clock;

  public DeliverScannedParcel(Parcels parcels, InstantSource clock) {
    this.parcels = parcels;
    this.clock = clock;
  }

  @Override
  public HookSource source() {
    return CARRIER;
  }

  /** A parcel of another system is none of ours: trying again would not help. */
  @Override
  public void handle(HookMessage message, HookContent content) {
    var id = ParcelId.parse(new String(content.body(), StandardCharsets.UTF_8));
    parcels
        .find(id)
        .map(parcel -> parcel.deliver(new Provenance(ACTOR, clock.instant())))
        .filter(change -> !change.isNone())
        .ifPresent(parcels::deliver);
  }
}
