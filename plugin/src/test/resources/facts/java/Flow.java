class Flow {
    String choose(Object p) throws Exception {
        String a = "1", b;
        a = b = "2";
        a += "x";
        String t = p == null ? "null" : flag ? "yes" : "no";
        if (a.isEmpty()) {
            a = "then";
        } else if (p instanceof String s && !s.isEmpty()) {
            a = s;
        } else if (p instanceof Pair(String left, Pair(var m, var n))) {
            a = left;
        } else a = "else";
        try (var in = open("file")) {
            a = "try";
        } catch (IOException | TimeoutException e) {
            a = "catch";
        } finally {
            a = "finally";
        }
        for (String each : List.of("m1", "m2")) use(each);
        for (int i = 0; i < 3; i++) use(i);
        while ((a = next()) != null) use(a);
        do {
            use(a);
        } while (more());
        synchronized (this) {
            use("locked");
        }
        assert a != null : "message";
        label:
        {
            break label;
        }
        throw new IllegalStateException("bad " + a);
    }

    String switches(Kind kind) {
        String arrow = switch (kind) {
            case A, B -> "one";
            case C -> {
                log("c");
                yield "two";
            }
            case Pair(var q, String z) when q > 1 -> z;
            case null, default -> throw new X();
        };
        String colon = switch (kind) {
            case A:
            case B:
                yield "p";
            default:
                yield "q";
        };
        String set;
        switch (kind) {
            case A:
            case B:
                set = "x";
                break;
            default:
                set = "y";
        }
        switch (kind) {
            case A -> set = "z";
            default -> {}
        }
        return set;
    }

    void blocks() {
        list.forEach(x -> use(x));
        Supplier<String> late = () -> {
            String in = "late";
            return in;
        };
        list.map(Pair::new).map(this::go).map(String[]::new);
        Object other = new Thread("n") {
            String field = "anonymous";

            public void run() {
                use("run");
            }
        };
        class Local {
            String v = "local";
        }
        record Rec(String w) {}
        interface Names {
            String K = "k";
        }
        enum En {
            P("gpt-5"),
            Q("o3");
            final String id;

            En(String id) {
                this.id = id;
            }
        }
        use(En.P.id);
    }
}
