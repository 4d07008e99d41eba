/** Message templates: texts that merchants keep and choose from when they write to a customer, with what a return fills in. */
package org.broadleafreturns.core.template;
