/**
 * Orders of clients at Acme's: a context of Acme's own beside the accounts. Start at {@link
 * com.acme.domain.order.Order}.
 */
package com.acme.domain.order;
