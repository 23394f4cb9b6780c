/** Client accounts at Acme's. */
module com.acme {
  requires io.clientele.application;
}
