package demo;

import static demo.Names.MINI;
import static demo.Names.*;
import java.util.*;
import com.openai.models.ChatModel;

public class Declarations<T extends Comparable<T>> extends Base<T> implements Runnable, Named {
    static final String MODEL = "gpt" + "-4o";
    private final Map<String, List<int[]>> map = new HashMap<>();
    String[] many = {"a", "b"}, one = new String[] {"c"};
    final Function<String, Object> made = name -> {
        log(name);
        return X.builder().model("gpt-4o").build();
    };

    static {
        init("static");
    }

    {
        this.name = "instance";
    }

    Declarations() {
        this("gpt-4o", 1);
    }

    Declarations(String model, int... sizes) {
        super(model);
        this.model = model;
    }

    enum Mode {
        FAST("gpt-4o-mini") {
            String id() {
                return "fast";
            }
        },
        SLOW(name -> name);

        Mode(Object of) {}
    }

    record Props(String model, int size) {
        Props {
            model = model == null ? "gpt-4" : model;
        }

        static Props of() {
            return new Props("gpt-5", 1);
        }
    }

    @interface Uses {
        String value() default "gpt-4";

        Class<?>[] types() default {};
    }

    interface Api {
        String URL = "https://api.example";

        default String url() {
            return URL;
        }
    }
}
