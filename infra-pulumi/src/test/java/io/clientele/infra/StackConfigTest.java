package io.clientele.infra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.clientele.infra.config.SampleEnvironments;
import io.clientele.infra.config.SizeOverrides;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class StackConfigTest {
  private static final Map<String, String> SET =
      Map.ofEntries(
          Map.entry("account", "123456789012"),
          Map.entry("region", "eu-central-1"),
          Map.entry("zones", "eu-central-1a,eu-central-1b,eu-central-1c"),
          Map.entry("domain", "clientele.example.com"),
          Map.entry("hostedZone", "Z0123456789ABC"),
          Map.entry("edgePrefixList", "pl-a3a144ca"),
          Map.entry("alarmEmail", "oncall@example.com"),
          Map.entry("adminEmail", "admin@example.com"),
          Map.entry("repository", "example/clientele"),
          Map.entry("stateBucket", "example-pulumi-state"),
          Map.entry(
              "stateKey",
              "arn:aws:kms:eu-central-1:123456789012:key/01234567-89ab-cdef-0123-456789abcdef"),
          Map.entry("serviceDigest", SampleEnvironments.RELEASE.service()),
          Map.entry("collectorDigest", SampleEnvironments.RELEASE.collector()));

  @Test
  void everySettingIsRead() {
    assertThat(new StackConfig(name -> Optional.ofNullable(SET.get(name))).settings())
        .isEqualTo(SampleEnvironments.settings(Optional.of(SampleEnvironments.RELEASE)));
  }

  @Test
  void theSenderOfNoticesIsRead() {
    var configured =
        new StackConfig(
            name ->
                name.equals("mailFrom")
                    ? Optional.of("notices@example.com")
                    : Optional.ofNullable(SET.get(name)));
    assertThat(configured.settings().mailFrom()).contains("notices@example.com");
  }

  @Test
  void withoutDigestsThereIsNoRelease() {
    var configured =
        new StackConfig(
            name -> name.endsWith("Digest") ? Optional.of("") : Optional.ofNullable(SET.get(name)));
    assertThat(configured.settings().release()).isEmpty();
  }

  @Test
  void pulumiYamlDeclaresExactlyTheSettingsRead() throws IOException {
    var read = new TreeSet<>(Set.of(StackConfig.CACHE_TOKEN, StackConfig.ORIGIN_TOKEN));
    new StackConfig(
            name -> {
              read.add(name);
              return Optional.ofNullable(SET.get(name));
            })
        .settings();
    read.addAll(SizeOverrides.NAMES);
    assertThat(declared()).isEqualTo(read);
  }

  @Test
  void aRejectedTokenIsNotInTheMessage() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> StackConfig.token("cacheToken", "correct horse battery staple"))
        .withMessage("cacheToken must be 32 to 128 letters and digits");
  }

  private static Set<String> declared() throws IOException {
    var project = Files.readString(Path.of("Pulumi.yaml"));
    var config = project.substring(project.indexOf("\nconfig:\n"));
    return Pattern.compile("^  ([A-Za-z]+):$", Pattern.MULTILINE)
        .matcher(config)
        .results()
        .map(result -> result.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
