/** A Broadleaf 7.0 shop on Spring Boot 3.1: what an integrator's own two applications hold. */
package org.broadleafreturns.host;
