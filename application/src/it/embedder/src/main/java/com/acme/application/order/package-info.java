/** What happens to orders. Start at {@link com.acme.application.order.PlaceOrder}. */
package com.acme.application.order;
