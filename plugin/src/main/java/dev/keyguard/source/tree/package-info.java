/**
 * From a folder to facts: the walk over the files, their modules, the search over bytes that decides what is worth
 * parsing, and the cache of what was parsed before. Knows no language or format; readers are given in.
 */
package dev.keyguard.source.tree;
