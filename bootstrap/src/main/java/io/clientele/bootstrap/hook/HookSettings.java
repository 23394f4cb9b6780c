package io.clientele.bootstrap.hook;

import io.clientele.bootstrap.config.ContextSetting;
import io.clientele.bootstrap.config.InvalidSetting;
import io.clientele.bootstrap.config.SettingGroup;
import io.clientele.domain.hook.HookSource;
import io.clientele.domain.hook.SignatureVerifier;
import io.clientele.domain.kernel.InvalidValue;
import io.clientele.http.hook.signature.SignatureScheme;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The settings of received messages. */
final class HookSettings {
  private static final int PARTS = 3;
  private static final String RULE =
      "must list sources as name|scheme|secret, with a scheme of standard-webhooks, stripe, github"
          + " and hmac-sha256, and a secret of 16 to 200 characters";

  static final ContextSetting<Map<HookSource, List<SignatureVerifier>>> SOURCES =
      new ContextSetting<>(
          "HOOK_SOURCES",
          true,
          Optional.of(""),
          "Systems that send messages to `/v1/hooks/{name}`, separated by commas, each as"
              + " `name\\|scheme\\|secret`. The scheme is `standard-webhooks`, `stripe`, `github`"
              + " or `hmac-sha256`. A name may repeat: then each of its secrets verifies",
          HookSettings::sources);

  static final SettingGroup GROUP = new SettingGroup("Hooks", List.of(SOURCES));

  private HookSettings() {}

  private static Map<HookSource, List<SignatureVerifier>> sources(String text) {
    var sources = new LinkedHashMap<HookSource, List<SignatureVerifier>>();
    if (text.isEmpty()) {
      return sources;
    }
    try {
      for (var entry : text.split(",", -1)) {
        add(entry.strip().split("\\|", PARTS), sources);
      }
    } catch (InvalidValue broken) {
      throw new InvalidSetting(RULE);
    }
    return sources;
  }

  private static void add(String[] parts, Map<HookSource, List<SignatureVerifier>> sources) {
    var scheme =
        parts.length == PARTS ? SignatureScheme.of(parts[1]) : Optional.<SignatureScheme>empty();
    var verifiers = sources.computeIfAbsent(new HookSource(parts[0]), source -> new ArrayList<>());
    verifiers.add(
        scheme
            .orElseThrow(() -> new InvalidSetting(RULE))
            .verifier(parts[2], verifiers.size() + 1));
  }
}
