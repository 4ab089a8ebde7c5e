@file:JvmName("Chat")

package demo.chat

import com.openai.client.OpenAIClient
import com.openai.models.ChatModel as Models
import dev.langchain4j.model.openai.OpenAiChatModelName.GPT_4_O_MINI
import demo.names.*

const val MODEL = "gpt-4o"
private val apiKey: String = System.getenv("OPENAI_API_KEY") ?: error("no key")

@Service
@ConfigurationProperties("app")
class ChatService(
    @Value("\${openai.model:gpt-4o}") private val model: String,
    var temperature: Double = 0.5,
    client: OpenAIClient,
) : Base<String>(model, size = 2), Named {
    private val chat by lazy {
        OpenAiChatModel.builder()
            .apiKey(apiKey)
            .modelName(GPT_4_O_MINI)
            .build()
    }
    val upper: String get() = model.uppercase()
    lateinit var late: String

    init {
        late = "init"
    }

    constructor(model: String) : this(model, 1.0, make())

    fun String.extended(n: Int = 3): String = this + n

    override suspend fun ask(vararg questions: String): List<Answer<String?>> {
        val (a, b) = pair()
        var name = if (questions.isEmpty()) "gpt-3.5" else MODEL
        name = when (val k = kind()) {
            Kind.A, Kind.B -> "one"
            is Special -> {
                log("special")
                k.name
            }
            in listOf("x") -> "three"
            else -> throw IllegalStateException("no $k")
        }
        when {
            a > b -> use("when")
        }
        if (a == null) return emptyList()
        for (q: String in questions) { use(q) }
        while (more()) use("while")
        try {
            risky()
        } catch (e: IOException) {
            late = "caught ${e.message} of $model!"
        } finally {
            done()
        }
        val params = ChatCompletionCreateParams.builder().apply {
            model(Models.GPT_4O)
            if (name != "x") user(name)
            seed = 3
        }.build()
        val request = ChatCompletionRequest(model = ModelId("gpt-4-turbo"), messages = listOf("role" to "user"))
        params.also { log(it) }?.let { p -> use(p as? String ?: "none") }
        with(request) { send("now") }
        val json = """
            {"model": "o3-mini", "x": "$name"}
        """.trimIndent()
        return items.map { it.name }.filter { x -> x != "a" }
            .toList<Answer>()
    }

    companion object {
        const val DEFAULT = "gpt-4.1"
        @JvmStatic fun create() = ChatService(DEFAULT)
    }
}

enum class Tier(val id: String) {
    FAST("gpt-4o-mini"), SMART("o3") { override fun x() = 1 };
    fun label() = id
}

object Holder { val client = object : Thing("t"), Other { val inner = 1 } }
sealed interface Shape
typealias Names = Map<String, List<String>>

data class Props(val model: String? = "gpt-4o", val type: Class<*> = String::class.java)

fun main(args: Array<String>) = runBlocking {
    val f = fun(x: Int): String { return "f" }
    fun helper(m: String) = use(m)
    run { use(::helper) }
    retry@ for (i in 0..3) { continue@retry }
    list.forEach { return@forEach }
    println(MODEL[0]) // keyguard:ignore model-dynamic test
}
