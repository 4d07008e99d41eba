package org.broadleafreturns.core.installation;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/**
 * Whether the libraries that the shop decides on are no older than those that the modules were tested with. Liquibase is not
 * among them: without tables nothing gets here.
 */
class LibraryCheck implements InstallationCheck {

    private static final List<Library> TESTED = List.of(
        new Library("com.samskivert", "jmustache", "1.15"),
        new Library("org.apache.tika", "tika-core", "2.9.2"),
        new Library("org.jsoup", "jsoup", "1.24.1"),
        new Library("com.github.kagkarlsson", "db-scheduler", "16.12.0"),
        new Library("org.liquibase", "liquibase-core", "4.9.1"));

    private final ClassLoader classes;
    private final List<Library> tested;

    LibraryCheck(ClassLoader classes) {
        this(classes, TESTED);
    }

    LibraryCheck(ClassLoader classes, List<Library> tested) {
        this.classes = classes;
        this.tested = tested;
    }

    /** @param oldest version that the modules were tested with */
    record Library(String group, String artifact, String oldest) {
    }

    @Override
    public List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        for (Library library : tested) {
            String version = version(library);
            if (version != null && isOlder(version, library.oldest())) {
                findings.add(Finding.of("rtn.check.library", library.artifact(), version, library.oldest()));
            }
        }
        return findings;
    }

    private String version(Library library) {
        try (InputStream properties = classes.getResourceAsStream(
                "META-INF/maven/" + library.group() + "/" + library.artifact() + "/pom.properties")) {
            if (properties == null) {
                return null;
            }
            Properties read = new Properties();
            read.load(properties);
            return read.getProperty("version");
        } catch (IOException e) {
            return null;
        }
    }

    /** Compares the numbers that a version begins with. */
    static boolean isOlder(String version, String oldest) {
        String[] numbers = numbers(version);
        String[] least = numbers(oldest);
        for (int i = 0; i < Math.max(numbers.length, least.length); i++) {
            int difference = Integer.compare(number(numbers, i), number(least, i));
            if (difference != 0) {
                return difference < 0;
            }
        }
        return false;
    }

    private static String[] numbers(String version) {
        return version.replaceAll("[^0-9.].*", "").split("\\.");
    }

    private static int number(String[] numbers, int index) {
        return index < numbers.length && numbers[index].matches("\\d{1,9}") ? Integer.parseInt(numbers[index]) : 0;
    }
}
