/** The module's own tables, and how they come to be: a Liquibase change log that the module or the shop runs. */
package org.broadleafreturns.core.schema;
