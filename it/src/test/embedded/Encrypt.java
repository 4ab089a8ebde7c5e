import java.nio.file.Path;
import java.util.Map;
import org.codehaus.plexus.components.secdispatcher.internal.DefaultSecDispatcher;
import org.codehaus.plexus.components.secdispatcher.internal.cipher.AESGCMNoPadding;
import org.codehaus.plexus.components.secdispatcher.internal.dispatchers.MasterDispatcher;
import org.codehaus.plexus.components.secdispatcher.internal.sources.FileMasterSource;

/**
 * What {@code mvnenc encrypt} of Maven 4 does, without asking on a terminal. Started from its source with Maven 4's jars on
 * the class path.
 */
public final class Encrypt {
    /** @param arguments text to encrypt, settings-security4.xml */
    public static void main(String[] arguments) throws Exception {
        MasterDispatcher master = new MasterDispatcher(
                Map.of(AESGCMNoPadding.CIPHER_ALG, new AESGCMNoPadding()),
                Map.of(FileMasterSource.NAME, new FileMasterSource()));
        DefaultSecDispatcher dispatcher =
                new DefaultSecDispatcher(Map.of(MasterDispatcher.NAME, master), Path.of(arguments[1]));
        System.out.println(dispatcher.encrypt(arguments[0], Map.of("name", MasterDispatcher.NAME)));
    }
}
