package io.clientele.domain.webhook;

import io.clientele.domain.kernel.InvalidValue;
import io.clientele.domain.kernel.event.PublishedTypes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** What a profile must keep when it is stored. */
public final class WebhookRules {
  private final Set<String> known;
  private final WebhookUrlPolicy urls;

  /** Rules by the types that contexts publish, and by this policy for URLs. */
  public WebhookRules(Collection<PublishedTypes> types, WebhookUrlPolicy urls) {
    Objects.requireNonNull(types, "types");
    this.known =
        types.stream().flatMap(of -> of.names().stream()).collect(Collectors.toUnmodifiableSet());
    this.urls = Objects.requireNonNull(urls, "urls");
  }

  /** Throws {@link InvalidValue} with all faults. */
  public void require(WebhookProfile profile) {
    var faults = new ArrayList<InvalidValue.Fault>();
    if (!profile.filter().types().stream().allMatch(this::isKnown)) {
      faults.add(new InvalidValue.Fault("types", "must name types of published events"));
    }
    try {
      urls.require(profile.url());
    } catch (InvalidValue refused) {
      faults.addAll(refused.faults());
    }
    if (!faults.isEmpty()) {
      throw new InvalidValue(faults);
    }
  }

  private boolean isKnown(String type) {
    return type.endsWith("*")
        ? known.stream().anyMatch(name -> name.startsWith(type.substring(0, type.length() - 1)))
        : known.contains(type);
  }
}
