/** What Acme does with client accounts, beyond what Clientele does. */
package com.acme.application;
