package questionbank;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/**
 * Marks a test of the running program on a real database with the ten questions. It runs
 * on H2 and on PostgreSQL, unless it is tagged {@code browser}, or {@code one-database}
 * because no claim of it depends on the database. The program listens on a port, and
 * starts once for all such tests in a process, to save time.
 */
@Documented
@Target({ ElementType.TYPE, ElementType.ANNOTATION_TYPE })
@Retention(RetentionPolicy.RUNTIME)
@Tag("database")
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@AutoConfigureMockMvc
@ContextConfiguration(initializers = TestDatabase.class)
@Import({ World.class, TestAccounts.class, QuickPasswords.class, MovingClock.class, Pages.class, LostIndex.class })
@ExtendWith(World.Retirement.class)
public @interface DatabaseTest {

}
