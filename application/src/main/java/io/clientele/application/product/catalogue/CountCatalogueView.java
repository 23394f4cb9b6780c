package io.clientele.application.product.catalogue;

import io.clientele.domain.product.ProductId;
import io.clientele.domain.views.SubjectKind;
import io.clientele.domain.views.counter.ViewRecorder;
import java.util.Objects;

/** Counts a view of a product that a reader was shown, without delaying the reader. */
public final class CountCatalogueView {
  private final ViewRecorder recorder;

  /** Counts by this recorder. */
  public CountCatalogueView(ViewRecorder recorder) {
    this.recorder = Objects.requireNonNull(recorder, "recorder");
  }

  /**
   * Counts one view. To be called once for each reader who is shown the product whole: not for
   * HEAD, nor for 304, nor at the client's request.
   */
  public void count(ProductId shown) {
    recorder.count(SubjectKind.PRODUCT.subject(shown.value()));
  }
}
