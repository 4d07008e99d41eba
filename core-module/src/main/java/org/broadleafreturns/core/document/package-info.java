/**
 * Label files and other attachments: told apart by their content, kept where every node sees them, streamed. Nothing here
 * is reachable by a URL of its own; whoever serves a document decides first who may have it.
 */
package org.broadleafreturns.core.document;
