/** What the kernel takes from web requests; servlet types stand here and in no other part of it. */
package org.broadleafreturns.core.kernel.web;
