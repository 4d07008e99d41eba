/**
 * What it takes to run Broadleaf 3.1.15, made for Spring 3.2 and Java 6, on Spring Boot 2.7 and Java 17. Each class says
 * which incompatibility it bridges. The returns modules know nothing of it.
 */
package org.broadleafreturns.host;
