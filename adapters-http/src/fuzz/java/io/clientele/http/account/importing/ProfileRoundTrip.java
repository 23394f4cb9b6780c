package io.clientele.http.account.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import tools.jackson.databind.node.JsonNodeFactory;

/** The profiles of an import, written as bodies that open them. */
final class ProfileRoundTrip {
  private ProfileRoundTrip() {}

  /** Each line has a profile that reads back equal, or says what is wrong. */
  static void readsBack(List<ImportLine> lines) {
    for (var line : lines) {
      assertThat(line.profile() == null).isNotEqualTo(line.errors().isEmpty());
      if (line.profile() != null) {
        var again = ImportNdjsonReader.read(of(line), 1);
        assertThat(again).singleElement().returns(line.profile(), ImportLine::profile);
      }
    }
  }

  private static String of(ImportLine line) {
    var profile = line.profile();
    var body = JsonNodeFactory.instance.objectNode();
    body.put("name", profile.name().value()).put("email", profile.email().value());
    if (profile.taxId() != null) {
      var taxId = body.putObject("taxId");
      taxId.put("country", profile.taxId().country()).put("value", profile.taxId().value());
    }
    profile.metadata().entries().forEach(body.putObject("metadata")::put);
    return body.toString();
  }
}
