package questionbank;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.persistence.Entity;
import jakarta.servlet.http.HttpServletResponse;
import org.apache.tomcat.util.net.ApplicationBufferHandler;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.repository.Repository;
import org.springframework.stereotype.Controller;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.properties.CanBeAnnotated.Predicates.annotatedWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

/** Architecture rules and conventions that the compiler does not check. */
class HouseRuleTests {

	/**
	 * A URL in a template that is not a link expression, and so lacks the context path.
	 */
	private static final Pattern PLAIN_ADDRESS = Pattern
		.compile(" (href|action|formaction|src|hx-(get|post)|data-[a-z-]+)=\"/|"
				+ "th:(href|action|formaction|src|hx-(get|post))=\"(?!@\\{|\\|#)");

	private static final JavaClasses PROGRAM = new ClassFileImporter().withImportOption(new DoNotIncludeTests())
		.importPackages("questionbank");

	@Test
	void typesHaveNoGenericSuffix() {
		check(noClasses().should()
			.haveNameMatching(".*(Impl|Manager|Helpers?|Utils?|Dto|DTO|Mapper|Service)")
			.orShould()
			.haveSimpleNameStartingWith("Abstract"));
	}

	@Test
	void roomsHaveNoSubpackages() {
		check(classes().should().resideInAnyPackage("questionbank", "questionbank.*"));
	}

	@Test
	void modelsUseNeitherSpringNorSqlNorServlets() {
		check(noClasses().that()
			.resideInAnyPackage("questionbank.scheduling", "questionbank.calibration")
			.and()
			.doNotHaveSimpleName("package-info")
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage("org.springframework..", "java.sql..", "javax.sql..", "jakarta..", "org.hibernate.."));
	}

	@Test
	void controllersDoNotUseRepositoriesAndEntities() {
		check(noClasses().that()
			.areAnnotatedWith(Controller.class)
			.should()
			.dependOnClassesThat(assignableTo(Repository.class).or(annotatedWith(Entity.class))));
	}

	/** A controller translates the request, calls once, and names the view. */
	@Test
	void controllersHaveAtMostNinetyLines() {
		assertThat(files("src/main/java", "Controller.java")).isNotEmpty()
			.allSatisfy((file) -> assertThat(lines(file).dropWhile((line) -> !line.startsWith("@"))).as(file.toString())
				.hasSizeLessThanOrEqualTo(90));
	}

	/** {@code web.FormStatusInterceptor} sets the status of a page with errors. */
	@Test
	void controllersFormsAndModelsSetNoStatus() {
		check(noClasses().that()
			.haveNameMatching(".*(Controller|Form|Model)")
			.should()
			.callMethodWhere(describe("sets the status", (call) -> call.getTarget().getName().equals("setStatus")
					&& call.getTarget().getOwner().isAssignableTo(HttpServletResponse.class))));
	}

	@Test
	void controllersRepositoriesAndEntitiesAreNotPublic() {
		check(noClasses().that()
			.areAnnotatedWith(Controller.class)
			.or()
			.areAnnotatedWith(Entity.class)
			.or()
			.areAssignableTo(Repository.class)
			.should()
			.bePublic());
	}

	/** Except for an interface of Tomcat. */
	@Test
	void noTypeHasSetters() {
		check(methods().that()
			.areDeclaredInClassesThat()
			.areNotAssignableTo(ApplicationBufferHandler.class)
			.should()
			.haveNameNotMatching("set[A-Z].*"));
	}

	@Test
	void dependenciesAreInjectedIntoConstructors() {
		check(fields().should().notBeAnnotatedWith(Autowired.class));
	}

	@Test
	void timeIsReadFromAClock() {
		check(noClasses().should()
			.callMethodWhere(describe("reads the system clock",
					(call) -> call.getTarget().getName().equals("now")
							&& call.getTarget().getOwner().getPackageName().equals("java.time")
							&& call.getTarget().getRawParameterTypes().isEmpty()))
			.orShould()
			.callMethod(System.class, "currentTimeMillis"));
	}

	@Test
	void noInterfaceHasASingleImplementation() {
		assertThat(PROGRAM).filteredOn(JavaClass::isInterface)
			.filteredOn((type) -> type.getAllSubclasses().size() == 1)
			.isEmpty();
	}

	@Test
	void templatesUseLinkExpressionsForUrls() {
		assertThat(lines("templates", PLAIN_ADDRESS)).isEmpty();
	}

	/** Without it, browsers lay pages out in quirks mode. */
	@Test
	void templatesBeginWithADoctype() {
		assertThat(files("src/main/resources/templates", ".html")).isNotEmpty()
			.allSatisfy((file) -> assertThat(lines(file).findFirst()).hasValue("<!DOCTYPE html>"));
	}

	@Test
	void scriptsReadUrlsFromThePage() {
		assertThat(lines("static/js", Pattern.compile("[\"'`]/[a-z]"))).isEmpty();
	}

	private static List<String> lines(String folder, Pattern found) {
		return files("src/main/resources/" + folder, "").stream()
			.flatMap((file) -> lines(file).filter(found.asPredicate()).map((line) -> file + ": " + line.strip()))
			.toList();
	}

	private static List<Path> files(String folder, String ending) {
		try (var files = Files.walk(Path.of(folder))) {
			return files.filter((file) -> Files.isRegularFile(file) && file.toString().endsWith(ending)).toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Stream<String> lines(Path file) {
		try {
			return Files.readAllLines(file).stream();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static void check(ArchRule rule) {
		rule.check(PROGRAM);
	}

}
