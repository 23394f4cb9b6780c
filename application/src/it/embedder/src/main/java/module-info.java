/** Client accounts and orders at Acme's. */
module com.acme {
  requires io.clientele.application;
  requires io.clientele.inmemory;
  requires jdk.httpserver;
}
