/** A small plant shop on a real Broadleaf, with the returns modules installed: for newcomers to try and for the tests. */
package org.broadleafreturns.demo;
