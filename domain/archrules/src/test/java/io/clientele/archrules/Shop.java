package io.clientele.archrules;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.List;
import java.util.stream.Stream;

/** A small shop: clean classes, and beside them one offender for each rule. */
final class Shop {
  static final String ROOT = Shop.class.getPackageName() + ".shop";

  private static final JavaClasses ALL = new ClassFileImporter().importPackages(ROOT);

  private static final List<String> CLEAN =
      List.of(
          "domain.Order",
          "domain.Orders",
          "domain.client.Client",
          "domain.client.ClientNumber",
          "domain.credit.Limit",
          "application.PlaceOrder",
          "web.OrderRoutes",
          "db.JdbcOrders",
          "bootstrap.Main");

  private Shop() {}

  /** The clean classes and these offenders, by name below the root. */
  static JavaClasses with(String... offenders) {
    return only(Stream.concat(CLEAN.stream(), Stream.of(offenders)).toArray(String[]::new));
  }

  /** These classes alone. */
  static JavaClasses only(String... types) {
    return Imported.only(ALL, Stream.of(types).map(Shop::name));
  }

  /** The full name of a class or package of the shop. */
  static String name(String below) {
    return ROOT + "." + below;
  }
}
