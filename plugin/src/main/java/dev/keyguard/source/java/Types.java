package dev.keyguard.source.java;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.body.AnnotationDeclaration;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.ClassOrInterfaceDeclaration;
import com.github.javaparser.ast.body.EnumConstantDeclaration;
import com.github.javaparser.ast.body.EnumDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.body.RecordDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import dev.keyguard.source.code.TypeFacts;
import dev.keyguard.source.code.TypeFacts.EnumConstant;
import dev.keyguard.source.code.TypeFacts.Kind;
import dev.keyguard.source.code.TypeRef;
import java.util.ArrayList;
import java.util.List;

/** Lowers declarations of types. */
final class Types {
    private final Lowering file;

    Types(Lowering file) {
        this.file = file;
    }

    TypeFacts lower(TypeDeclaration<?> type) {
        return lower(type, type.getNameAsString());
    }

    TypeFacts lower(TypeDeclaration<?> type, String name) {
        List<TypeRef> extended = List.of();
        List<TypeRef> implemented = List.of();
        List<dev.keyguard.source.code.Parameter> components = List.of();
        Kind kind = Kind.CLASS;
        if (type instanceof ClassOrInterfaceDeclaration declared) {
            kind = declared.isInterface() ? Kind.INTERFACE : Kind.CLASS;
            extended = TypeNames.all(declared.getExtendedTypes());
            implemented = TypeNames.all(declared.getImplementedTypes());
        } else if (type instanceof EnumDeclaration enumeration) {
            kind = Kind.ENUM;
            implemented = TypeNames.all(enumeration.getImplementedTypes());
        } else if (type instanceof RecordDeclaration rec) {
            kind = Kind.RECORD;
            implemented = TypeNames.all(rec.getImplementedTypes());
            components = parameters(rec.getParameters());
        } else if (type instanceof AnnotationDeclaration) {
            kind = Kind.ANNOTATION;
        }
        Members members = new Members(file, name, kind, components);
        List<EnumConstant> constants =
                type instanceof EnumDeclaration enumeration ? constants(enumeration, members) : List.of();
        members.add(type.getMembers());
        return new TypeFacts(
                name,
                kind,
                file.annotations().lower(type.getAnnotations()),
                extended,
                implemented,
                members.fields(),
                members.methods(),
                constants,
                components,
                members.nested(),
                members.local(),
                file.places().of(type.getName()),
                file.places().endLine(type));
    }

    TypeFacts anonymous(NodeList<BodyDeclaration<?>> declarations, List<TypeRef> extended, Node node) {
        Members members = new Members(file, "", Kind.CLASS, List.of());
        members.add(declarations);
        return new TypeFacts(
                "",
                Kind.CLASS,
                List.of(),
                extended,
                List.of(),
                members.fields(),
                members.methods(),
                List.of(),
                List.of(),
                members.nested(),
                members.local(),
                file.places().of(node),
                file.places().endLine(node));
    }

    private List<EnumConstant> constants(EnumDeclaration enumeration, Members members) {
        List<EnumConstant> constants = new ArrayList<>();
        for (EnumConstantDeclaration constant : enumeration.getEntries()) {
            List<TypeFacts> body = constant.getClassBody().isEmpty()
                    ? List.of()
                    : List.of(anonymous(
                            constant.getClassBody(), List.of(TypeRef.of(enumeration.getNameAsString())), constant));
            constants.add(new EnumConstant(
                    constant.getNameAsString(),
                    members.constantArguments(constant),
                    file.annotations().lower(constant.getAnnotations()),
                    body,
                    file.places().of(constant.getName())));
        }
        return List.copyOf(constants);
    }

    List<dev.keyguard.source.code.Parameter> parameters(NodeList<Parameter> parameters) {
        return parameters.stream().map(this::parameter).toList();
    }

    dev.keyguard.source.code.Parameter parameter(Parameter parameter) {
        TypeRef type = TypeNames.of(parameter.getType());
        return new dev.keyguard.source.code.Parameter(
                parameter.getNameAsString(),
                parameter.isVarArgs() ? new TypeRef(type.name(), type.arguments(), type.dimensions() + 1) : type,
                file.annotations().lower(parameter.getAnnotations()),
                parameter.isVarArgs(),
                file.places().of(parameter.getName()));
    }
}
