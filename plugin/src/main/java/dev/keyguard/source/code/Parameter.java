package dev.keyguard.source.code;

import dev.keyguard.source.Place;
import java.util.List;

/** A parameter of a method, constructor or lambda, or a record component. */
public record Parameter(String name, TypeRef type, List<AnnotationFact> annotations, boolean varargs, Place place) {}
