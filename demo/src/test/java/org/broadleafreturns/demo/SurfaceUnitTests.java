package org.broadleafreturns.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.broadleafreturns.core.kernel.ForIntegrators;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.AnnotatedBeanDefinition;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;

/**
 * What integrators rely on, of all modules, is what the files say it is. With {@code -Dsurface.write=true} the files are made anew
 * instead; the change belongs into the changelog then.
 */
class SurfaceUnitTests {

    private static final boolean WRITE = Boolean.getBoolean("surface.write");
    private static final String MODULES = "org.broadleafreturns.";
    private static final List<String> SOURCES = List.of("core-module", "admin-module", "site-module");

    private static final Path SIGNATURES = Path.of("src", "test", "resources", "surface", "types.txt");
    private static final Path NAMES = Path.of("src", "test", "resources", "surface", "names.txt");
    private static final Path DOCUMENT = Path.of("..", "docs", "integration-surface.md");
    private static final Path CONFIGURATION = Path.of("..", "docs", "configuration.md");

    private static final Pattern LISTING = Pattern.compile("(?<=<!-- types -->\n).*(?=<!-- /types -->)", Pattern.DOTALL);
    private static final Pattern PROPERTY = Pattern.compile("\\$\\{(returns\\.[A-Za-z0-9.-]*[A-Za-z0-9])");
    private static final Pattern FRAGMENT = Pattern.compile("th:fragment=\"([^\"]+)\"");
    private static final String ADVICE = "%nWhat integrators rely on is not what %s says. If that is meant: mvn verify"
        + " -Dtest=SurfaceUnitTests -Dsurefire.failIfNoSpecifiedTests=false -Dsurface.write=true, and a word in CHANGELOG.md.";

    @Test
    void typesHaveTheMembersThatWerePromised() {
        check(SIGNATURES, types().stream().map(SurfaceUnitTests::signature).collect(Collectors.joining("\n")));
    }

    @Test
    void propertiesAndFragmentsHaveTheNamesThatWerePromised() {
        check(NAMES, Stream.concat(properties().stream().map(name -> "property " + name), fragments())
            .collect(Collectors.joining("\n", "", "\n")));
    }

    @Test
    void everyPropertyStandsInTheDocumentation() {
        String documentation = read(CONFIGURATION);
        assertThat(properties()).isNotEmpty().allSatisfy(name ->
            assertThat(documentation).as(CONFIGURATION.toString()).contains("`" + name + "`"));
    }

    @Test
    void theDocumentationListsTheTypes() {
        String document = read(DOCUMENT);
        Matcher listing = LISTING.matcher(document);
        assertThat(listing.find()).as("the place of the list in " + DOCUMENT).isTrue();
        check(DOCUMENT, document.substring(0, listing.start()) + listing() + document.substring(listing.end()));
    }

    private static void check(Path file, String now) {
        if (WRITE) {
            write(file, now);
        }
        assertThat(read(file)).withFailMessage(() -> difference(read(file), now) + ADVICE.formatted(file)).isEqualTo(now);
    }

    private static String difference(String before, String now) {
        List<String> gone = new ArrayList<>(before.lines().toList());
        List<String> come = new ArrayList<>(now.lines().toList());
        now.lines().forEach(gone::remove);
        before.lines().forEach(come::remove);
        return Stream.concat(gone.stream().map(line -> "- " + line), come.stream().map(line -> "+ " + line)).collect(Collectors.joining("\n"));
    }

    private static List<Class<?>> types() {
        ClassPathScanningCandidateComponentProvider search = new ClassPathScanningCandidateComponentProvider(false) {
            @Override
            protected boolean isCandidateComponent(AnnotatedBeanDefinition definition) {
                return true;
            }
        };
        search.addIncludeFilter(new AnnotationTypeFilter(ForIntegrators.class, false));
        return search.findCandidateComponents("org.broadleafreturns").stream().map(BeanDefinition::getBeanClassName).sorted()
            .<Class<?>>map(name -> ClassUtils.resolveClassName(name, null)).toList();
    }

    /** With those of the types within it. */
    private static String signature(Class<?> type) {
        Set<String> lines = new TreeSet<>();
        addMembers(type, "  ", lines);
        return type.getName() + "\n" + String.join("", lines);
    }

    private static void addMembers(Class<?> type, String indent, Set<String> lines) {
        Stream.of(type.getDeclaredFields(), type.getDeclaredConstructors(), type.getDeclaredMethods()).flatMap(Arrays::stream)
            .filter(member -> isPromised((Member) member, type)).forEach(member -> lines.add(indent + words(member) + "\n"));
        for (Class<?> inner : type.getDeclaredClasses()) {
            if (Modifier.isPublic(inner.getModifiers())) {
                addMembers(inner, indent + inner.getSimpleName() + " ", lines);
            }
        }
    }

    private static boolean isPromised(Member member, Class<?> type) {
        int modifiers = member.getModifiers();
        boolean ofEveryRecord = type.isRecord() && Set.of("equals", "hashCode", "toString").contains(member.getName());
        boolean ofEveryEnum = type.isEnum() && Set.of("values", "valueOf").contains(member.getName());
        boolean promised = Modifier.isPublic(modifiers)
            || Modifier.isProtected(modifiers) && !Modifier.isFinal(type.getModifiers()) && !(member instanceof Constructor);
        return promised && !member.isSynthetic() && !ofEveryRecord && !ofEveryEnum;
    }

    private static String words(Object member) {
        String words = member instanceof Method method ? method.toGenericString()
            : member instanceof Constructor<?> constructor ? constructor.toGenericString() : field((Field) member);
        // Alike on both lines of the platform, and short.
        return words.replace("jakarta.", "javax.").replaceAll("\\borg\\.broadleafreturns\\.(\\w+\\.)+(?=[A-Z])|\\bjava\\.(\\w+\\.)+(?=[A-Z])", "")
            .replaceAll("\\b(public|final|default|abstract) ", "");
    }

    /** With what it is, if that is compiled into what integrators write. */
    private static String field(Field field) {
        try {
            boolean constant = Modifier.isStatic(field.getModifiers()) && (field.getType().isPrimitive() || field.getType() == String.class);
            return field.toGenericString() + (constant ? " = " + field.get(null) : "");
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String listing() {
        StringBuilder listing = new StringBuilder();
        String before = "";
        for (Class<?> type : types()) {
            String place = type.getPackageName().substring(MODULES.length());
            if (!place.equals(before)) {
                listing.append("\n### `").append(place).append("`\n\n| Type | |\n|---|---|\n");
                before = place;
            }
            listing.append("| `").append(type.getSimpleName()).append("` | ").append(purpose(type)).append(" |\n");
        }
        return listing.append('\n').toString();
    }

    /** The first sentence of what its source says of it. */
    private static String purpose(Class<?> type) {
        String name = type.getName().replace('.', '/') + ".java";
        Path source = SOURCES.stream().map(module -> Path.of("..", module, "src", "main", "java").resolve(name)).filter(Files::exists)
            .findFirst().orElseThrow(() -> new IllegalStateException("No source of " + name));
        Matcher said = Pattern.compile("/\\*\\*((?:(?!\\*/).)*)\\*/\\s*(?:@[^\n]*\n|\\s+[^\n]*\n)*?public ", Pattern.DOTALL).matcher(read(source));
        assertThat(said.find()).as("what " + name + " says of it").isTrue();
        String text = said.group(1).replaceAll("\\s*\n\\s*\\*\\s?", " ").strip();
        return text.replaceAll("(?s)\\.(?: .*|$)|<p>.*| @\\w+ .*", ".").replaceAll("\\{@(?:link|linkplain|code|value) ([^}]*)}", "`$1`")
            .replace("|", "\\|");
    }

    private static Set<String> properties() {
        return sources().stream().flatMap(source -> PROPERTY.matcher(read(source)).results())
            .map(found -> found.group(1)).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> fragments() {
        Path partials = Path.of("..", "site-module", "src", "main", "resources", "webTemplates", "account", "partials");
        return files(partials).stream().sorted().flatMap(file -> FRAGMENT.matcher(read(file)).results().map((MatchResult found) ->
            "fragment account/partials/" + file.getFileName().toString().replace(".html", "") + " :: " + found.group(1)));
    }

    private static List<Path> sources() {
        return SOURCES.stream().flatMap(module -> files(Path.of("..", module, "src")).stream())
            .filter(file -> file.toString().matches(".*/src/(main|broadleaf-[^/]*)/.*\\.(java|xml)")).toList();
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> found = Files.walk(folder)) {
            return found.filter(Files::isRegularFile).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
