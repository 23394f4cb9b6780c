/** Acme over the HTTP server of the JDK: {@link com.acme.web.OrderRoutes}. */
package com.acme.web;
