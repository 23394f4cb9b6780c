/** Wires Acme and runs it: start at {@link com.acme.bootstrap.Main}. */
package com.acme.bootstrap;
