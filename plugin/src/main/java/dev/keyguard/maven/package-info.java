/**
 * The goals: parameters in, exit status out. The composition root; the only package that knows Maven. Mojos get Maven's
 * own services by constructor injection and nothing else: components of ours would be skipped silently by Maven 3.8 and
 * older, whose Sisu cannot read class files of Java 17.
 */
package dev.keyguard.maven;
