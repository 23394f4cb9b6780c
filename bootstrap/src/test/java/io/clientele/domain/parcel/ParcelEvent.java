package io.clientele.domain.parcel;

import io.clientele.domain.kernel.DomainEvent;
import io.clientele.domain.kernel.FieldChange;
import java.util.List;

/** Something that happened to a parcel. */
public sealed interface ParcelEvent extends DomainEvent {
  /** The parcel was sent. */
  record Sent(ParcelLabel label) implements ParcelEvent {
    @Override
    public String action() {
      return "parcel.sent";
    }

    @Override
    public List<FieldChange> details() {
      return new FieldChange.Comparison().of("label", null, label).details();
    }
  }

  /** The parcel was delivered. */
  record Delivered() implements ParcelEvent {
    @Override
    public String action() {
      return "parcel.delivered";
    }
  }
}
