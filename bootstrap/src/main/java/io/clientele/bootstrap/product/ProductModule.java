package io.clientele.bootstrap.product;

import dagger.Module;
import dagger.Provides;
import dagger.multibindings.IntoSet;
import io.clientele.domain.identity.Grants;
import io.clientele.domain.product.ProductPermission;
import io.clientele.domain.product.Products;
import io.clientele.persistence.change.ChangeStore;
import io.clientele.persistence.jdbc.Database;
import io.clientele.persistence.migration.SchemaContribution;
import io.clientele.persistence.product.JdbcProducts;
import jakarta.inject.Singleton;

/** All that products contribute to the service. */
@Module
public interface ProductModule {
  @Provides
  @IntoSet
  static SchemaContribution schema() {
    return SchemaContribution.of("product");
  }

  @Provides
  @IntoSet
  static Grants grants() {
    return ProductPermission.GRANTS;
  }

  @Provides
  @Singleton
  static Products products(Database database, ChangeStore changes) {
    return new JdbcProducts(database, changes);
  }
}
