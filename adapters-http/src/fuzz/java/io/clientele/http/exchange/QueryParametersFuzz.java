package io.clientele.http.exchange;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.clientele.http.exchange.problem.ValidationErrors;
import java.net.URLEncoder;
import java.util.List;
import java.util.Set;

class QueryParametersFuzz {
  private static final Set<String> KNOWN = Set.of("q", "limit", "flag", "list");

  @FuzzTest
  void everyValueReadsBackEqualOnceEncoded(byte[] raw) {
    var faults = new ValidationErrors();
    var query =
        QueryParameters.parse(new String(raw, US_ASCII).replace('\ufffd', '%'), faults, KNOWN);
    query.flag("flag", faults);
    query.list("list", List.of("a", "b"), faults);
    assertThat(query.limit(faults)).isBetween(1, QueryParameters.LIMIT_MAX);
    for (var name : KNOWN) {
      var value = query.text(name);
      if (value != null) {
        var encoded = name + "=" + URLEncoder.encode(value, UTF_8);
        assertThat(QueryParameters.parse(encoded, new ValidationErrors(), KNOWN).text(name))
            .isEqualTo(value);
      }
    }
  }
}
