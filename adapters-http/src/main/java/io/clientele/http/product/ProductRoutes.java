package io.clientele.http.product;

import static io.clientele.domain.product.ProductPermission.CHANGE_PRODUCTS;
import static io.clientele.domain.product.ProductPermission.VIEW_PRODUCTS;
import static io.clientele.http.exchange.problem.ValidationErrors.sound;

import io.clientele.application.product.AmendProduct;
import io.clientele.application.product.CreateProduct;
import io.clientele.application.product.PriceProduct;
import io.clientele.application.product.ProductOutcome;
import io.clientele.application.product.ShowProduct;
import io.clientele.domain.product.ProductId;
import io.clientele.http.exchange.IdempotentRequest;
import io.clientele.http.exchange.PathParameters;
import io.clientele.http.exchange.QueryParameters;
import io.clientele.http.exchange.RespondAsync;
import io.clientele.http.exchange.Responses;
import io.clientele.http.exchange.header.EntityTags;
import io.clientele.http.exchange.problem.ProblemException;
import io.clientele.http.exchange.problem.ValidationErrors;
import io.clientele.http.identity.authentication.Actors;
import io.clientele.http.route.RouteGroup;
import io.clientele.http.route.Routes;
import io.clientele.http.route.WriteSubject;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.Set;

/** Creates, shows and amends products, and adds their prices. */
public final class ProductRoutes implements RouteGroup {
  private static final String ALL = "/v1/products";
  private static final String ONE = ALL + "/{id}";

  private final CreateProduct createProduct;
  private final ShowProduct showProduct;
  private final AmendProduct amendProduct;
  private final PriceProduct priceProduct;

  public ProductRoutes(
      CreateProduct createProduct,
      ShowProduct showProduct,
      AmendProduct amendProduct,
      PriceProduct priceProduct) {
    this.createProduct = createProduct;
    this.showProduct = showProduct;
    this.amendProduct = amendProduct;
    this.priceProduct = priceProduct;
  }

  @Override
  public void addTo(Routes routes) {
    routes
        .post(ALL)
        .permits(CHANGE_PRODUCTS)
        .idempotent()
        .queueable(WriteSubject.CREATED)
        .by(this::create);
    routes.get(ONE).permits(VIEW_PRODUCTS).by(this::show);
    routes.patch(ONE).permits(CHANGE_PRODUCTS).queueable(ProductResponses::subject).by(this::amend);
    routes
        .post(ONE + "/prices")
        .permits(CHANGE_PRODUCTS)
        .idempotent()
        .queueable(ProductResponses::subject)
        .by(this::price);
  }

  private void create(Context http) throws IOException {
    var faults = new ValidationErrors();
    QueryParameters.of(http, faults, Set.of());
    var actor = Actors.changing(http, faults);
    faults.refuse();
    var request = ProductCreationJson.read(http);
    var once = IdempotentRequest.of(http, ProductResponses::created);
    var outcome = createProduct.create(actor, request, once);
    if (outcome instanceof ProductOutcome.Replayed(var response)) {
      Responses.replayed(http, response);
    } else {
      Responses.stored(http, ProductResponses.created(ProductProblems.done(outcome)));
    }
  }

  private void show(Context http) throws IOException {
    var faults = new ValidationErrors();
    var id = PathParameters.id(http, ProductId::parse, faults);
    QueryParameters.of(http, faults, Set.of());
    faults.refuse();
    answer(http, sound(id));
  }

  private void answer(Context http, ProductId id) throws IOException {
    var view =
        ProblemException.unlessGranted(showProduct.show(Actors.of(http), id))
            .orElseThrow(ProductProblems::noSuchProduct);
    Responses.stored(http, ProductResponses.shown(view));
  }

  private void amend(Context http) throws IOException {
    var faults = new ValidationErrors();
    var id = PathParameters.id(http, ProductId::parse, faults);
    QueryParameters.of(http, faults, Set.of());
    var expected = EntityTags.expectedVersions(http, faults);
    var actor = Actors.changing(http, faults);
    faults.refuse();
    var patch =
        new ProductPatchJson(http).andThen(amendment -> RespondAsync.accept(http, amendment));
    var amended = ProductProblems.done(amendProduct.amend(actor, sound(id), expected, patch));
    answer(http, amended.id());
  }

  private void price(Context http) throws IOException {
    var faults = new ValidationErrors();
    var id = PathParameters.id(http, ProductId::parse, faults);
    QueryParameters.of(http, faults, Set.of());
    var actor = Actors.changing(http, faults);
    faults.refuse();
    var outcome =
        priceProduct.price(
            actor,
            sound(id),
            () -> ProductPriceJson.read(http),
            () -> IdempotentRequest.of(http, ProductResponses::priced));
    if (outcome instanceof ProductOutcome.Replayed(var response)) {
      Responses.replayed(http, response);
    } else {
      Responses.stored(http, ProductResponses.priced(ProductProblems.priced(outcome)));
    }
  }
}
