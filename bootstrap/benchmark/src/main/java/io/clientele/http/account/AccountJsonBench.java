package io.clientele.http.account;

import io.clientele.benchmark.micro.BenchmarkIds;
import io.clientele.domain.account.Account;
import io.clientele.domain.account.ClientName;
import io.clientele.domain.account.Profile;
import io.clientele.domain.account.TaxId;
import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.kernel.text.Email;
import io.clientele.domain.kernel.text.Metadata;
import io.clientele.http.exchange.json.JsonWriter;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** The body of an account. It stands in this package to see what is not public. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class AccountJsonBench {
  private final Account account =
      new Account(
          new AccountId(BenchmarkIds.some(1)[0]),
          new Profile(
              new ClientName("Ada Lovelace"),
              new Email("ada.lovelace@example.com"),
              new TaxId("PT", "PT123456789"),
              new Metadata(Map.of("tier", "gold", "source", "campaign-7"))),
          Account.Status.ACTIVE,
          Instant.parse("2026-01-02T03:04:05.678Z"),
          Instant.parse("2026-02-03T04:05:06.789Z"),
          3);

  @Benchmark
  public byte[] json() {
    return JsonWriter.write(json -> AccountJson.write(json, account, null));
  }
}
