/** A payment gateway that takes and moves no money, and misbehaves in every way that real ones do. */
package org.broadleafreturns.demo.gateway;
