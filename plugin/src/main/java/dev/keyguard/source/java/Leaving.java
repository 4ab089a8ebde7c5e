package dev.keyguard.source.java;

import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.BreakStmt;
import com.github.javaparser.ast.stmt.ContinueStmt;
import com.github.javaparser.ast.stmt.ReturnStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.stmt.ThrowStmt;
import com.github.javaparser.ast.stmt.YieldStmt;

/** Whether what stands behind a statement never runs after it. */
final class Leaving {
    private Leaving() {}

    static boolean is(Statement statement) {
        Statement last = statement;
        while (last instanceof BlockStmt block && !block.getStatements().isEmpty()) {
            last = block.getStatement(block.getStatements().size() - 1);
        }
        return last instanceof ReturnStmt
                || last instanceof ThrowStmt
                || last instanceof BreakStmt
                || last instanceof ContinueStmt
                || last instanceof YieldStmt;
    }

    static boolean is(NodeList<Statement> statements) {
        return !statements.isEmpty() && is(statements.get(statements.size() - 1));
    }
}
