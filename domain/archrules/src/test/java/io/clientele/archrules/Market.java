package io.clientele.archrules;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.List;
import java.util.stream.Stream;

/** A small market in two layers of contexts: clean classes, and offenders against its map. */
final class Market {
  static final String ROOT = Market.class.getPackageName() + ".market";
  static final String DOMAIN = ROOT + ".domain";
  static final String WEB = ROOT + ".web";

  static final String MAP =
      """
      # The contexts of the market.
      client =
      stock =
      order = client, stock
      %s = *
      %s.server =
      %s.kernel =
      """
          .formatted(WEB, WEB, DOMAIN);

  private static final JavaClasses ALL = new ClassFileImporter().importPackages(ROOT);

  private static final List<String> CLEAN =
      List.of(
          "domain.kernel.Money",
          "domain.client.Customer",
          "domain.client.Customer$Kind",
          "domain.stock.Item",
          "domain.order.Purchase",
          "web.client.CustomerJson",
          "web.order.export.PurchaseExport",
          "web.server.Server",
          "web.WebMain",
          "tools.Importer");

  private Market() {}

  /** The clean classes and these offenders, by name below the root. */
  static JavaClasses with(String... offenders) {
    return only(Stream.concat(CLEAN.stream(), Stream.of(offenders)).toArray(String[]::new));
  }

  /** These classes alone, by name below the root. */
  static JavaClasses only(String... types) {
    return Imported.only(ALL, Stream.of(types).map(type -> ROOT + "." + type));
  }
}
