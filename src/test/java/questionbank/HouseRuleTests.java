package questionbank;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.persistence.Entity;
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

/** What the house agreed on and no compiler would notice. */
class HouseRuleTests {

	private static final JavaClasses PROGRAM = new ClassFileImporter().withImportOption(new DoNotIncludeTests())
		.importPackages("questionbank");

	@Test
	void namesSayWhatAThingIs() {
		check(noClasses().should()
			.haveNameMatching(".*(Impl|Manager|Helpers?|Utils?|Dto|DTO|Mapper|Service)")
			.orShould()
			.haveSimpleNameStartingWith("Abstract"));
	}

	@Test
	void roomsAreFlat() {
		check(classes().should().resideInAnyPackage("questionbank", "questionbank.*"));
	}

	@Test
	void controllersLeaveRepositoriesAndEntitiesAlone() {
		check(noClasses().that()
			.areAnnotatedWith(Controller.class)
			.should()
			.dependOnClassesThat(assignableTo(Repository.class).or(annotatedWith(Entity.class))));
	}

	@Test
	void controllersRepositoriesAndEntitiesAreHidden() {
		check(noClasses().that()
			.areAnnotatedWith(Controller.class)
			.or()
			.areAnnotatedWith(Entity.class)
			.or()
			.areAssignableTo(Repository.class)
			.should()
			.bePublic());
	}

	@Test
	void nothingHasSetters() {
		check(methods().should().haveNameNotMatching("set[A-Z].*"));
	}

	@Test
	void dependenciesComeThroughConstructors() {
		check(fields().should().notBeAnnotatedWith(Autowired.class));
	}

	@Test
	void timeComesFromAClock() {
		check(noClasses().should()
			.callMethodWhere(describe("reads the computer's clock",
					(call) -> call.getTarget().getName().equals("now")
							&& call.getTarget().getOwner().getPackageName().equals("java.time")
							&& call.getTarget().getRawParameterTypes().isEmpty()))
			.orShould()
			.callMethod(System.class, "currentTimeMillis"));
	}

	@Test
	void noInterfaceHasOneImplementationOfOurs() {
		assertThat(PROGRAM).filteredOn(JavaClass::isInterface)
			.filteredOn((type) -> type.getAllSubclasses().size() == 1)
			.isEmpty();
	}

	private static void check(ArchRule rule) {
		rule.check(PROGRAM);
	}

}
